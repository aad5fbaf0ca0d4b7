import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Piece, splitText } from '../../../electron/speaking/text/split-text.ts';
import { LANGUAGES, type Language, textOf } from './texts.ts';

const RUNS = { numRuns: 60, seed: 20 };

describe.each(Object.keys(LANGUAGES) as Language[])('splitting %s', (language) => {
  const rules = fc.record({
    limit: fc.integer({ min: 30, max: 400 }),
    by: fc.constantFrom('sentence', 'limit'),
  });

  it('gives pieces that together are the text, each under the limit and with something to say', () => {
    fc.assert(
      fc.property(textOf(language), rules, (text, { limit, by }) => {
        const pieces = splitText(text, { limit, by, language });
        const isSilent = !/[\p{L}\p{N}]/u.test(text);
        expect(pieces.length === 0).toBe(isSilent);
        if (isSilent) return;
        expect(pieces.map(({ raw }) => raw).join('')).toBe(text);
        for (const { raw, text: shown } of pieces) {
          expect(raw).toContain(shown);
          expect(shown).toBe(shown.trim());
          expect(shown.length).toBeLessThanOrEqual(limit);
          expect(shown).toMatch(/[\p{L}\p{N}]/u);
        }
      }),
      RUNS,
    );
  });

  it('cuts no grapheme, and no word that is shorter than the limit', () => {
    fc.assert(
      fc.property(textOf(language), rules, (text, { limit, by }) => {
        const pieces = splitText(text, { limit, by, language });
        const graphemes = new Set(boundaries(text, 'grapheme', language));
        const words = new Set(boundaries(text, 'word', language));
        for (const { at, end } of cuts(pieces)) {
          expect(graphemes.has(at)).toBe(true);
          if (end !== 'letter' && !/\s/u.test(text.slice(at - 1, at + 1))) expect(words.has(at)).toBe(true);
          if (end === 'letter') expect(longestRun(text, at)).toBeGreaterThan(limit / 2);
        }
      }),
      RUNS,
    );
  });

  it('cuts no number and no link', () => {
    fc.assert(
      fc.property(textOf(language), rules, (text, { limit, by }) => {
        const kept = [...text.matchAll(/https:\/\/\S+\w|[\w.]+@\w+\.\w+|\p{Nd}+[.,:٫]\p{Nd}+/gu)];
        for (const { at, end } of cuts(splitText(text, { limit, by, language })))
          if (end !== 'letter')
            expect(kept.filter(({ index, 0: found }) => index < at && at < index + found.length)).toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('splitting at sentence ends', () => {
  const table: readonly (readonly [language: string, text: string, ...sentences: string[]])[] = [
    ['en', 'He met Dr. Smith. Then he left.', 'He met Dr. Smith.', 'Then he left.'],
    [
      'en',
      'It costs 3.50 dollars. Ask at example.org. Now.',
      'It costs 3.50 dollars.',
      'Ask at example.org.',
      'Now.',
    ],
    ['en', 'See https://example.org/?q=1. Or e.g. Rome.', 'See https://example.org/?q=1.', 'Or e.g. Rome.'],
    ['en', '“Really?” she asked. “Yes.”', '“Really?” she asked.', '“Yes.”'],
    ['en', 'J. R. R. Tolkien wrote. It was I. He left.', 'J. R. R. Tolkien wrote.', 'It was I.', 'He left.'],
    ['en', 'No. 5 is alive. No. Go on.', 'No. 5 is alive.', 'No.', 'Go on.'],
    ['en', '1. First.\n2. Second.', '1. First.', '2. Second.'],
    [
      'und',
      'Am 3. Oktober kam z. B. Dr. Müller. Er ging.',
      'Am 3. Oktober kam z. B. Dr. Müller.',
      'Er ging.',
    ],
    ['fr', 'M. Dupont arrive. Voir p. 12. Oui !', 'M. Dupont arrive.', 'Voir p. 12.', 'Oui !'],
    ['ru', 'Он жил в г. Москва. Да.', 'Он жил в г. Москва.', 'Да.'],
    ['ja', '「はい。」と言った。次。', '「はい。」と言った。', '次。'],
    ['zh', '你好。再见！', '你好。', '再见！'],
    ['hi', 'नमस्ते। कैसे हो?', 'नमस्ते।', 'कैसे हो?'],
    ['ar', 'كيف حالك؟ بخير.', 'كيف حالك؟', 'بخير.'],
    ['en', '***\n\nOne!!! … Two\n\n---', 'One!!!', '… Two'],
  ];
  it.each(table)('in %s: %s', (language, text, ...sentences) => {
    expect(splitText(text, { limit: 1000, language }).map((piece) => piece.text)).toEqual(sentences);
  });

  it('takes a wrapped line as one, and a line of a poem as its own', () => {
    const wrapped =
      'It was a dark and stormy night and the rain fell in torrents, except\nat occasional intervals.';
    expect(splitText(wrapped, { limit: 1000 })).toHaveLength(1);
    expect(splitText('Roses are red\nViolets are blue', { limit: 1000 })).toHaveLength(2);
  });

  it('cuts a long sentence behind a comma, else between words, and only a word over the limit inside', () => {
    expect(ends('One two three four, five six seven.', 24)).toEqual([
      'One two three four,:clause',
      'five six seven.:paragraph',
    ]);
    expect(ends('One two three four five six', 20)).toEqual([
      'One two three four:word',
      'five six:paragraph',
    ]);
    expect(ends('aaaaaaaaaa', 4)).toEqual(['aaaa:letter', 'aaaa:letter', 'aa:paragraph']);
  });

  it('fills a request with the sentences of one paragraph where asked to', () => {
    const text = 'One. Two. Three.\n\nFour.';
    expect(splitText(text, { limit: 10, by: 'limit' }).map((piece) => piece.text)).toEqual([
      'One. Two.',
      'Three.',
      'Four.',
    ]);
  });

  it('splits a long text in one go', () => {
    const text = `${'word '.repeat(20_000)}${'a'.repeat(20_000)}${'Go. '.repeat(20_000)}`;
    const pieces = splitText(text, { limit: 1000, language: 'en' });
    expect(pieces.map(({ raw }) => raw).join('')).toBe(text);
    expect(pieces.length).toBeGreaterThan(20_000);
  });
});

function ends(text: string, limit: number): readonly string[] {
  return splitText(text, { limit, language: 'en' }).map(({ text: shown, end }) => `${shown}:${end}`);
}

function cuts(pieces: readonly Piece[]): readonly { at: number; end: Piece['end'] }[] {
  let at = 0;
  return pieces.slice(0, -1).map(({ raw, end }) => {
    at += raw.length;
    return { at, end };
  });
}

function boundaries(text: string, granularity: 'grapheme' | 'word', language: string): readonly number[] {
  return [...new Intl.Segmenter(language, { granularity }).segment(text)].map(({ index }) => index);
}

/** Length of the stretch around a place that holds no space: only one that is long may be cut inside. */
function longestRun(text: string, at: number): number {
  const before = /\S*$/u.exec(text.slice(0, at))?.[0].length ?? 0;
  return before + (/^\S*/u.exec(text.slice(at))?.[0].length ?? 0);
}
