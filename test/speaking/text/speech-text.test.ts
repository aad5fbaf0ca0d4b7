import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateSpeech } from '../../../electron/speaking/text/estimate.ts';
import { pronouncer } from '../../../electron/speaking/text/pronunciation.ts';
import { readScript } from '../../../electron/speaking/text/script.ts';
import { sentText, speechOf } from '../../../electron/speaking/text/sent-text.ts';
import { textOf } from './texts.ts';

const rules = { limit: 1000, language: 'en' };

describe('marks for pauses', () => {
  it('become silences between the pieces', () => {
    expect(short('Wait. [pause 0.8s] Go.[pause 800ms]Now [PAUSE 2] please')).toEqual([
      'Wait.',
      800,
      'Go.',
      800,
      'Now',
      2000,
      'please',
    ]);
  });

  it.each([
    ['[pause 0,5 s] Hello', 500, 'Hello'],
    ['[pause] Hello', '[pause] Hello'],
    ['Hello [pause 61s] you', 'Hello [pause 61s] you'],
    ['[pause 1s] [pause 2s]'],
  ] as const)('are read from %s', (text, ...items) => {
    expect(short(text)).toEqual(items);
  });

  it('lose nothing of the text', () => {
    const marks = fc.constantFrom(' [pause 1s] ', '[pause 250ms]', '[pause 99s]', '[pause', ' ');
    fc.assert(
      fc.property(fc.array(fc.oneof(textOf('en'), marks), { maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const items = readScript(text, rules);
        if (items.length > 0) expect(items.map(({ raw }) => raw).join('')).toBe(text);
      }),
      { numRuns: 200, seed: 3 },
    );
  });
});

describe('a pronunciation list', () => {
  const say = pronouncer([
    { word: 'sql', spoken: 'sequel' },
    { word: 'Will', spoken: 'Bill' },
    { word: 'New York', spoken: 'Nueva York' },
    { word: 'york', spoken: 'yorck' },
    { word: 'C++', spoken: 'C plus plus' },
    { word: '東京', spoken: 'とうきょう' },
    { word: ' ', spoken: 'nothing' },
  ]);
  it.each([
    ['SQL, Sql and sql', 'sequel, sequel and sequel'],
    ['mysql sqlite sql2', 'mysql sqlite sql2'],
    ['Will will', 'Bill will'],
    ['New York and York', 'Nueva York and yorck'],
    ['C++ code', 'C plus plus code'],
    ['東京都へ', 'とうきょう都へ'],
  ])('%s is sent as %s', (shown, sent) => {
    expect(say(shown)).toBe(sent);
  });

  it('keeps what is shown, and what is sent stays under the limit', () => {
    const pronunciations = [{ word: 'etc', spoken: 'and so on and so forth' }];
    const text = 'etc '.repeat(40).trim();
    const items = speechOf(text, { limit: 100, language: 'en', pronunciations });
    expect(items.map(({ raw }) => raw).join('')).toBe(text);
    for (const item of items) if (item.is === 'speech') expect(item.sent.length).toBeLessThanOrEqual(100);
    expect(items.length).toBeGreaterThan(8);
  });
});

describe('what is sent', () => {
  it('has no controls, marks of direction or half characters, and single spaces', () => {
    expect(sentText(' a\u0000b\u202e c\r\n\t d\ud83d \u200be\u0085f ')).toBe('ab c d e f');
  });
  it('keeps joiners and emoji', () => {
    expect(sentText('क्‍ष 👩‍👧')).toBe('क्‍ष 👩‍👧');
  });
});

describe('the estimate', () => {
  const items = speechOf('One two. Three. [pause 1s]', rules);
  it('counts characters and requests', () => {
    expect(estimateSpeech(items)).toEqual({ characters: 14, requests: 2 });
  });
  it('tells credits by what each request is likely to cost, and none where one of them is not known', () => {
    expect(estimateSpeech(items, (characters) => characters / 2).credits).toBe(7);
    expect(estimateSpeech(items, (characters) => (characters > 6 ? undefined : 1)).credits).toBeUndefined();
  });
});

function short(text: string): readonly (string | number)[] {
  return readScript(text, rules).map((item) => (item.is === 'silence' ? item.ms : item.text));
}
