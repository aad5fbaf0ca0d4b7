import { describe, expect, it } from 'vitest';
import { lineWords, whyUnknown } from '../../../renderer/voices/compare/line-words.ts';
import { take } from '../examples.ts';

const read = take('t', 9, {
  marks: [
    { at: 0, sentence: -1 },
    { at: 100, sentence: 0, text: 'One thing.' },
    { at: 200, sentence: 1 },
  ],
});
const file = take('t', 9, { source: { kind: 'file', fileName: 'a.wav' } });
const line = (from: number, sentence?: number) => ({
  ...{ takeId: 't', from, to: from + 100 },
  ...(sentence !== undefined && { sentence }),
});

describe('the words of a sentence', () => {
  it('are those that were to be read', () => {
    expect(lineWords(line(100, 0), read)).toBe('One thing.');
  });

  it.each([
    ['in a file', line(0), file, 'from a file'],
    ['where nothing was read', line(0), take('t', 9), 'freely'],
    ['where they were not kept', line(200, 1), read, 'words of your own'],
  ])('are not known %s, and it is said why', (_where, part, of, words) => {
    expect(lineWords(part, of)).toBeUndefined();
    expect(whyUnknown(part, of)).toContain(words);
  });
});
