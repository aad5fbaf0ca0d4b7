import { describe, expect, it, test } from 'vitest';
import {
  consentLine,
  directionOf,
  OWN_TEXT,
  SCRIPT_LANGUAGES,
  scriptIn,
  sentencesToRead,
  splitSentences,
} from '../../../../renderer/record/reading/scripts.ts';

/** Letters, or characters where a language writes no spaces, that are read in a second at an easy pace. */
const PACE: Readonly<Record<string, number>> = { zh: 4.2, ja: 6.5 };
const secondsOf = (language: string, sentences: readonly string[]) =>
  sentences.join('').replace(/[^\p{L}\p{M}]/gu, '').length / (PACE[language] ?? 12.5);

test('there is something to read in ten languages', () => {
  expect([...SCRIPT_LANGUAGES].sort()).toEqual(['ar', 'de', 'en', 'es', 'fr', 'hi', 'ja', 'pt', 'ru', 'zh']);
});

describe.each(SCRIPT_LANGUAGES)('the script in %s', (language) => {
  const script = scriptIn(language);

  it('has two passages or more, each of 20 to 50 seconds', () => {
    expect(script.passages.length).toBeGreaterThanOrEqual(2);
    for (const { title, sentences } of script.passages) {
      const seconds = secondsOf(language, sentences);
      expect(seconds, title).toBeGreaterThan(20);
      expect(seconds, title).toBeLessThan(50);
    }
  });

  it('is in sentences, none of them empty or twice there', () => {
    const all = script.passages.flatMap(({ sentences }) => sentences);
    expect(new Set(all).size).toBe(all.length);
    for (const sentence of all) expect(sentence).toMatch(/^\S.*[.?!。？！؟।]$/u);
  });

  it('has a line of consent with name and date in it', () => {
    const line = consentLine({ language, speaker: ' Ada ', now: Date.UTC(2026, 10, 25, 12) });
    expect(line).toContain('Ada');
    expect(line).toMatch(/2026|٢٠٢٦/);
    expect(line).not.toMatch(/[{}]/);
  });
});

test('Arabic is written from the right, the others from the left', () => {
  expect(SCRIPT_LANGUAGES.filter((language) => directionOf(language) === 'rtl')).toEqual(['ar']);
});

test.each([
  ['en', 'Was she late? No!\n\nShe waited', ['Was she late?', 'No!', 'She waited']],
  ['ja', 'こんにちは。元気ですか？', ['こんにちは。', '元気ですか？']],
  ['en', '  \n ', []],
])('a text of one’s own in %s is read sentence by sentence', (language, text, sentences) => {
  expect(splitSentences(text, language)).toEqual(sentences);
});

test('one’s own text is read where it was chosen, else the passage', () => {
  const choice = { language: 'en', passage: OWN_TEXT, ownText: 'Hello.' };
  expect(sentencesToRead(choice)).toEqual(['Hello.']);
  expect(sentencesToRead({ ...choice, passage: 1 })[0]).toMatch(/^My uncle keeps bees/);
  expect(sentencesToRead({ ...choice, passage: 99 })[0]).toMatch(/^The ferry/);
});
