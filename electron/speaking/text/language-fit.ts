/** Languages that are told apart by no short text, or whose speakers read each other's. */
const ALIKE: readonly (readonly string[])[] = [
  ['zh', 'yue', 'ja'],
  ['da', 'no', 'nb', 'nn'],
  ['id', 'ms'],
  ['cs', 'sk'],
  ['hr', 'sr', 'bs'],
  ['ar', 'fa', 'ur'],
  ['hi', 'mr', 'ne'],
];
/** Of those in Cyrillic letters only these two are told from the others. */
const CYRILLIC: readonly string[] = ['bg', 'sr', 'mk', 'be', 'kk', 'ky', 'mn', 'tg'];

/**
 * Whether a text that looks to be in one language may well be meant for a voice of another; codes as `en`, `pt-BR`. `und`
 * fits all: nobody knows.
 */
export function fitsLanguage(looks: string, spoken: string): boolean {
  const [is, voice] = [baseOf(looks), baseOf(spoken)];
  if (is === 'und' || is === voice) return true;
  if ((is === 'ru' || is === 'uk') && CYRILLIC.includes(voice)) return true;
  return ALIKE.some((some) => some.includes(is) && some.includes(voice) && !isKana(is, voice));
}

/** Japanese letters say that it is no Chinese; Chinese ones alone may be either. */
function isKana(looks: string, spoken: string): boolean {
  return looks === 'ja' && spoken !== 'ja';
}

function baseOf(code: string): string {
  return code.toLowerCase().split(/[-_]/)[0] ?? '';
}
