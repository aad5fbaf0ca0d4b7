// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { spaceRecords } from '../../../renderer/record/space-key.ts';

function press(html: string, more: KeyboardEventInit = {}, recording = false): boolean {
  document.body.innerHTML = html;
  const target = document.querySelector('[data-target]') ?? document.body;
  let answer = false;
  target.addEventListener('keydown', (event) => {
    answer = spaceRecords(event as KeyboardEvent, recording);
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
  expect(press('<button data-target>Play</button>', {}, true)).toBe(true);
  expect(press('<textarea data-target></textarea>', {}, true)).toBe(false);
});
