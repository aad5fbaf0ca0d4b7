// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { readsOn } from '../../../../renderer/record/reading/reading-key.ts';
import { edited, NO_EDITS, redone, undone } from '../../../../renderer/record/sample/edit-stack.ts';
import { undoStep } from '../../../../renderer/record/sample/undo-keys.ts';

const parts = (to: number) => [{ takeId: 't', from: 0, to }];

test('edits are taken back one by one, and made again', () => {
  const stack = edited(edited(NO_EDITS, parts(1)), parts(2));
  const back = undone(stack, parts(3));
  expect(back?.parts).toEqual(parts(2));
  const further = back && undone(back.stack, back.parts);
  expect(further?.parts).toEqual(parts(1));
  expect(further && undone(further.stack, further.parts)).toBeUndefined();
  const again = further && redone(further.stack, further.parts);
  expect(again?.parts).toEqual(parts(2));
  expect(again && redone(again.stack, again.parts)?.parts).toEqual(parts(3));
});

test('a new edit after one that was taken back ends what could be made again', () => {
  const back = undone(edited(NO_EDITS, parts(1)), parts(2));
  expect(back && redone(edited(back.stack, parts(1)), parts(9))).toBeUndefined();
});

const key = (init: KeyboardEventInit, target: Element = document.body) => {
  const event = new KeyboardEvent('keydown', init);
  Object.defineProperty(event, 'target', { value: target });
  return event;
};

test.each([
  [{ key: 'z', ctrlKey: true }, 'undo'],
  [{ key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
  [{ key: 'z', metaKey: true }, 'undo'],
  [{ key: 'y', ctrlKey: true }, 'redo'],
  [{ key: 'z' }, null],
  [{ key: 'z', ctrlKey: true, altKey: true }, null],
] as const)('%j is %s', (init, step) => {
  expect(undoStep(key(init))).toBe(step);
  expect(undoStep(key(init, document.createElement('textarea')))).toBeNull();
});

test('→ and Enter read on, where the control in focus has no use for them', () => {
  const record = document.createElement('button');
  record.dataset['record'] = '';
  const field = document.createElement('input');
  const slider = document.createElement('div');
  slider.setAttribute('role', 'slider');
  const rows = [
    ['ArrowRight', document.body, true],
    ['Enter', document.body, true],
    ['Enter', record, true],
    ['ArrowRight', record, true],
    ['Enter', document.createElement('button'), false],
    ['ArrowRight', field, false],
    ['ArrowRight', slider, false],
    ['ArrowLeft', document.body, false],
  ] as const;
  for (const [name, target, reads] of rows) expect(readsOn(key({ key: name }, target)), name).toBe(reads);
});
