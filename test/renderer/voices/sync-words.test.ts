import { expect, test } from 'vitest';
import { syncWords } from '../../../renderer/voices/sync-words.ts';

const report = { server: 'https://a.example', at: 1, found: 0, back: 0, gone: 0, unsure: 0, known: 3 };

test.each([
  { more: {}, asked: true, words: 'A2E: nothing has changed.' },
  { more: {}, asked: false, words: '' },
  { more: { found: 1 }, asked: false, words: '1 voice of A2E is new here.' },
  {
    more: { found: 1200, gone: 1 },
    asked: true,
    words: '1,200 voices of A2E are new here. A2E does not know 1 voice any more.',
  },
  { more: { back: 2 }, asked: true, words: '2 voices of A2E are there again.' },
  {
    more: { gone: 2, known: 0 },
    asked: true,
    words:
      'A2E does not know 2 voices any more. None of your voices is on A2E: is it the account they were made on?',
  },
  {
    more: { unsure: 1 },
    asked: true,
    words: '1 voice could not be found on A2E, whose list may not be all there is.',
  },
])('what was found is said: $words', ({ more, asked, words }) => {
  expect(syncWords({ ...report, ...more }, 'A2E', asked)).toBe(words);
});
