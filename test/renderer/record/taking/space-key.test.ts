// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { type SpaceAsk, spaceRecords } from '../../../../renderer/record/taking/space-key.ts';

function press(html: string, more: KeyboardEventInit = {}, ask: Partial<SpaceAsk> = {}): boolean {
  document.body.innerHTML = html;
  const target = document.querySelector('[data-target]') ?? document.body;
  let answer = false;
  target.addEventListener('keydown', (event) => {
    answer = spaceRecords(event as KeyboardEvent, { recording: false, byKeyboard: false, ...ask });
  });
  target.dispatchEvent(new KeyboardEvent('keydown', { code: 'Space', bubbles: true, ...more }));
  return answer;
}

test.each([
  ['nowhere in particular', '<p></p>', true],
  ['in a text field', '<input data-target>', false],
  ['in a text area', '<textarea data-target></textarea>', false],
  ['on a control that was merely clicked', '<button data-target>Play</button>', true],
])('Space %s', (_where, html, records) => {
  expect(press(html)).toBe(records);
});

test('other keys, repeats and shortcuts do not record', () => {
  expect(press('<p></p>', { code: 'Enter' })).toBe(false);
  expect(press('<p></p>', { repeat: true })).toBe(false);
  expect(press('<p></p>', { ctrlKey: true })).toBe(false);
});

test('while recording, Space stops from any control but not from a text field', () => {
  expect(press('<button data-target>Play</button>', {}, { recording: true })).toBe(true);
  expect(press('<textarea data-target></textarea>', {}, { recording: true })).toBe(false);
});

test('a control that was reached with the keyboard keeps Space, but for the record button', () => {
  expect(press('<button data-target>Play</button>', {}, { byKeyboard: true })).toBe(false);
  expect(press('<button data-target data-record>Start</button>', {}, { byKeyboard: true })).toBe(true);
});
