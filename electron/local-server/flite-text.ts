/** Letters that do not fall apart into a base letter and a mark. */
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ı: 'i',
};

/**
 * Text as Flite reads it, which is ASCII: typographic quotes and dashes made plain, accents taken off (`café` is said
 * as `cafe`), euro and pound amounts put into words, control characters, emoji and other signs made spaces.
 */
export function fliteText(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[‘’‚‛′]/g, "'")
    .replace(/[“”„‟″«»]/g, '"')
    .replace(/\s*[–—―]\s*/g, ', ')
    .replace(/…/g, '...')
    .replace(/€\s?(\d[\d.,]*\d|\d)/g, '$1 euros')
    .replace(/£\s?(\d[\d.,]*\d|\d)/g, '$1 pounds')
    .replace(/€/g, ' euros ')
    .replace(/£/g, ' pounds ')
    .replace(/°/g, ' degrees ')
    .replace(/[ßæÆœŒøØłŁđĐðÐþÞı]/g, (letter) => SPELLED[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e\n]/g, ' ')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Whether there is anything to say: a letter or a digit. */
export function hasWords(text: string): boolean {
  return /[A-Za-z0-9]/.test(fliteText(text));
}
