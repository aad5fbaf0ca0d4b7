import { expect, test } from 'vitest';
import { sentenceAt, textPieces } from '../../../renderer/parts/spoken-pieces.ts';

test('a text is its sentences and what stands between them', () => {
  const pieces = textPieces('One. \n Two! ', [{ text: 'One.' }, { text: 'Two!' }]);
  expect(pieces).toEqual([
    { at: 0, text: 'One.', sentence: 0 },
    { at: 4, text: ' \n ', sentence: null },
    { at: 7, text: 'Two!', sentence: 1 },
    { at: 11, text: ' ', sentence: null },
  ]);
  expect(textPieces('One.', [{ text: 'Two!' }])).toBeNull();
  expect(textPieces('One.', null)).toBeNull();
});

test.each([
  [0, null],
  [0.5, 0],
  [1.9, 0],
  [2, 1],
  [9, 1],
])('after %f s sentence %s is heard', (at, sentence) => {
  expect(sentenceAt([{ from: 0.5 }, { from: 2 }], at)).toBe(sentence);
});
