import { expect, test } from 'vitest';
import {
  allChosen,
  clicked,
  moved,
  NOTHING_CHOSEN,
  type Selection,
  stillThere,
} from '../../../../renderer/speak/history/selection-rules.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const none = { shift: false, ctrl: false };
const shift = { shift: true, ctrl: false };
const ctrl = { shift: false, ctrl: true };
const both = { shift: true, ctrl: true };
type Step = (selection: Selection) => Selection;
const click =
  (at: number, keys = none): Step =>
  (selection) =>
    clicked(selection, IDS, { at, ...keys });
const go =
  (at: number, keys = none): Step =>
  (selection) =>
    moved(selection, IDS, { at, ...keys });

test.each<[string, Step[], string, number]>([
  ['a click chooses one alone', [click(1), click(3)], 'd', 3],
  ['Ctrl adds and takes away', [click(1), click(3, ctrl), click(4, ctrl), click(3, ctrl)], 'be', 3],
  ['Shift reaches from the anchor, either way', [click(3), click(1, shift)], 'bcd', 1],
  ['Shift reaches anew from the same anchor', [click(3), click(1, shift), click(4, shift)], 'de', 4],
  ['Shift with Ctrl keeps the others', [click(0), click(2, ctrl), click(3, both)], 'acd', 3],
  ['Shift without an anchor chooses one', [click(2, shift)], 'c', 2],
  ['an arrow goes and chooses', [click(1), go(2)], 'c', 2],
  ['an arrow stays within the list', [go(-1), go(99)], 'e', 4],
  ['an arrow with Shift reaches', [go(1), go(2, shift), go(3, shift)], 'bcd', 3],
  ['an arrow with Ctrl only goes', [click(1), go(3, ctrl)], 'b', 3],
  ['all are chosen', [click(1), (selection) => allChosen(selection, IDS)], 'abcde', 1],
  ['what is gone is not chosen', [click(1), click(4, shift), (s) => stillThere(s, ['a', 'c'])], 'c', 1],
])('%s', (_what, steps, chosen, at) => {
  const end = steps.reduce((selection, step) => step(selection), NOTHING_CHOSEN);
  expect([...end.chosen].sort().join('')).toBe(chosen);
  expect(end.at).toBe(at);
});
