import fc from 'fast-check';

/** Words, ends and joints of ten languages, from which texts are made up. */
export const LANGUAGES = {
  en: list(
    'The ship sails, Dr. Smith said that e.g. 3.14 costs $1,250.50 at https://example.org/a?b=1. well-known don’t it’s U.S.',
    ' ',
    '. |! |? |…” |.\n\n|.\n',
  ),
  de: list(
    'Am 3. Oktober z.B. kam Herr Dr. Müller über die Straße nach 12:30 Uhr, Schifffahrt „Nein“',
    ' ',
    '. |! |? |.“ |.\n\n',
  ),
  fr: list(
    'L’été, M. Dupont n’a pas vu 20 000 personnes à l’école p.ex. aujourd’hui «oui»',
    ' ',
    '. | ! | ? |.\n\n',
  ),
  es: list(
    '¿Dónde está el Sr. García? ¡Hola! mañana niño 1.234,5 a.b@example.com pág. 12',
    ' ',
    '. |! |? |.\n\n',
  ),
  ru: list('Человек шёл домой, г. Москва д. 5 ёлка 3,5 т.е. «да» сегодня', ' ', '. |! |? |.\n\n'),
  ar: list('مرحبا بكم في العالم، كتابٌ جَميلٌ ١٢٣٫٤ السَّلامُ عليكم', ' ', '؟ |. |! |.\n\n'),
  hi: list('नमस्ते दुनिया क्षत्रिय विद्यार्थी १२३ हिन्दी में किताबें स्त्री, श्री', ' ', '। |? |! |।\n\n'),
  zh: list('今天 天气 很好 我们 去 公园 散步 3.14 北京 「你好」 ， 、', '', '。|！|？|。\n\n|。」'),
  ja: list('今日は いい 天気 です が 「はい。」と 言った カタカナ 東京 、 ガギグ', '', '。|！|？|。\n\n'),
  th: list('สวัสดี ครับ ผม ชื่อ สมชาย กำลัง น้ำ ที่นี่ กรุงเทพ 2.5', '', ' | |\n\n'),
} as const;

export type Language = keyof typeof LANGUAGES;

function list(words: string, space: string, ends: string) {
  return { words: words.split(' '), space, ends: ends.split('|') };
}

/** Texts of this language with marks, emoji, odd spaces and words of any length among their words. */
export function textOf(language: Language): fc.Arbitrary<string> {
  const { words, space, ends } = LANGUAGES[language];
  const word = fc.oneof(
    { arbitrary: fc.constantFrom(...words), weight: 30 },
    {
      arbitrary: fc.constantFrom('👩‍👩‍👧‍👦', '🇩🇪', 'é', 'a͜͡b', '[x]', '(1)', '…', '\t', '  ', ' '),
      weight: 1,
    },
    { arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }), weight: 1 },
  );
  const sentence = fc
    .tuple(fc.array(word, { minLength: 1, maxLength: 40 }), fc.constantFrom(...ends))
    .map(([found, end]) => found.join(space) + end);
  return fc.array(sentence, { minLength: 1, maxLength: 12 }).map((sentences) => sentences.join(''));
}
