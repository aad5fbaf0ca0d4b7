import { expect, test } from 'vitest';
import { paperWords, priceNote, speakWords, spokenAs } from '../../../renderer/speak/text-rules.ts';

test.each([
  ['a sentence', 'Hello there.', 'one'],
  ['a sentence with line ends around it', '\n Hello there. \n\n', 'one'],
  ['exactly as much as one request takes', 'x'.repeat(60), 'one'],
  ['one character more', 'x'.repeat(61), 'long'],
  ['two paragraphs', 'Hello.\n\nAnd good night.', 'paragraphs'],
  ['two short rows', 'Hello.\nAnd good night.', 'paragraphs'],
  ['a silence asked for', 'Hello. [pause 0.8s] Good night.', 'pauses'],
  ['brackets that ask for nothing', 'Hello [pause] you.', 'one'],
])('%s is spoken as it should be', (_what, text, as) => {
  expect(spokenAs(text, 60)).toBe(as);
});

const text = 'x'.repeat(1200);

test.each([
  ['one', undefined, '1,200 of 1,000 characters'],
  [
    'long',
    undefined,
    '1,200 characters. Longer than one request: it becomes several lines, spoken one after the other.',
  ],
  ['long', 12, '1,200 characters. Longer than one request: it becomes 12 lines, spoken one after the other.'],
  ['paragraphs', 3, '1,200 characters. Several paragraphs: it becomes 3 lines, spoken one after the other.'],
  ['pauses', 2, '1,200 characters. With pauses: it becomes 2 lines, spoken one after the other.'],
] as const)('under the paper of a text spoken as %s in %s requests', (as, requests, words) => {
  const estimate = requests === undefined ? undefined : { characters: 1200, requests };
  expect(paperWords({ text, limit: 1000, as, estimate })).toBe(words);
});

test.each([
  [undefined, 'Speak'],
  [{ characters: 9, requests: 1 }, 'Speak'],
  [{ characters: 9, requests: 1, credits: 1 }, 'Speak · ~1 credit'],
  [{ characters: 9, requests: 1, credits: 1200 }, 'Speak · ~1,200 credits'],
])('the button for the estimate %j', (estimate, words) => {
  expect(speakWords(estimate)).toBe(words);
});

test.each([
  [undefined, ''],
  [{ characters: 9, requests: 1 }, 'Price not known yet'],
  [{ characters: 9, requests: 1, isFree: true }, ''],
  [{ characters: 9, requests: 1, credits: 2 }, ''],
] as const)('beside the button for the estimate %j', (estimate, words) => {
  expect(priceNote(estimate)).toBe(words);
});
