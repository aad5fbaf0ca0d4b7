/** Scripts that put no spaces between words: there a word is found wherever it stands. */
export const UNSPACED =
  /[\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Thai}\p{scx=Lao}\p{scx=Khmer}\p{scx=Myanmar}]/u;

/** Scripts that tell the language well enough to find words and sentences in it. */
const BY_SCRIPT: readonly (readonly [RegExp, string])[] = [
  [/[\p{scx=Hiragana}\p{scx=Katakana}]/gu, 'ja'],
  [/\p{scx=Hangul}/gu, 'ko'],
  [/\p{scx=Han}/gu, 'zh'],
  [/\p{scx=Thai}/gu, 'th'],
  [/\p{scx=Arabic}/gu, 'ar'],
  [/\p{scx=Devanagari}/gu, 'hi'],
  [/\p{scx=Cyrillic}/gu, 'ru'],
  [/\p{scx=Greek}/gu, 'el'],
  [/\p{scx=Hebrew}/gu, 'he'],
];

/**
 * The language to split a text by where nobody said it: by its script, from its first 2,000 characters. `und` for Latin
 * and all others: then the abbreviations of all languages count.
 */
export function languageOfScript(text: string): string {
  const start = text.slice(0, 2000);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  for (const [script, language] of BY_SCRIPT)
    if ((start.match(script)?.length ?? 0) > letters * (language === 'ja' ? 0.1 : 0.3)) return language;
  return 'und';
}
