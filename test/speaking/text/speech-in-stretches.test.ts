import { expect, it } from 'vitest';
import { speechOf } from '../../../electron/speaking/text/sent-text.ts';
import { speechInStretches } from '../../../electron/speaking/text/speech-in-stretches.ts';
import { randomFrom } from '../documents/mutate.ts';

const PARTS = [
  'It was said by Dr. Ada at 12:30. ',
  'No. ',
  'See example.org/?q=1.2 for more, e.g. the 3rd one; “Really?” she asked. ',
  '[pause 1s] [pause 200ms] ',
  'A long sentence, with many clauses, and another one, and words, and more of them, until nobody knows any more where it began. ',
  'これは文です。次の文です。',
  '\n\n',
  '… ',
];

/** A text of about so many characters out of these parts. */
function textOf(seed: number, length: number, parts: readonly string[]): string {
  const random = randomFrom(seed);
  let text = '';
  while (text.length < length) text += parts[Math.floor(random() * parts.length)] ?? '';
  return text;
}

it.each([1, 2, 3])('a long text (%i) is split as it is in one go', async (seed) => {
  const text = textOf(seed, 45_000, PARTS);
  const pronunciations = [{ word: 'clauses', spoken: 'very long clauses' }];
  for (const rules of [
    { limit: 200, language: 'en', pronunciations },
    { limit: 200, language: 'en', by: 'limit' },
    { limit: 40, language: 'de' },
  ] as const)
    expect(await speechInStretches(text, rules)).toEqual(speechOf(text, rules));
});

it('a sentence that does not end is cut as it is in one go', async () => {
  const text = `${'word '.repeat(9_000)}. The end. ${'x'.repeat(45_000)}`;
  const rules = { limit: 500 };
  expect(await speechInStretches(text, rules)).toEqual(speechOf(text, rules));
});

it('others have their turn while one long paragraph is split', async () => {
  const text = 'It was said by Dr. Ada at 12:30. '.repeat(12_000);
  let turns = 0;
  const timer = setInterval(() => turns++, 0);
  await speechInStretches(text, { limit: 1000 });
  clearInterval(timer);
  expect(turns).toBeGreaterThan(2);
});
