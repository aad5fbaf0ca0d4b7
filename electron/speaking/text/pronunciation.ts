import type { Manner, Pronunciation } from '../../cloning/voice/manner.ts';
import { UNSPACED } from './language-of-script.ts';

/** What holds for a text: its own list, and behind it that of the voice that speaks it. */
export function pronunciationsOf(
  own: readonly Pronunciation[],
  { pronunciations = [] }: Manner,
): readonly Pronunciation[] {
  return [...own, ...pronunciations];
}

const WORD = '[\\p{L}\\p{N}\\p{M}]';

/**
 * Makes the change of a text that a pronunciation list asks for; the text that is shown stays as it is. Whole words
 * only. An entry in small letters is found in any case; one with a capital only as it is written (so `Will` is the name,
 * `will` is both). The longest entry wins, and what was put in is not looked at again. Entries without a word do nothing.
 */
export function pronouncer(list: readonly Pronunciation[]): (text: string) => string {
  const known = pronouncers.get(list);
  if (known) return known;
  const made = newPronouncer(list);
  pronouncers.set(list, made);
  return made;
}

/** By their list: the lines of a book ask with the same one each, and making one costs more than using it. */
const pronouncers = new WeakMap<readonly Pronunciation[], (text: string) => string>();

function newPronouncer(list: readonly Pronunciation[]): (text: string) => string {
  const entries = list
    .map(({ word, spoken }) => ({ word: word.trim().normalize('NFC'), spoken }))
    .filter(({ word }) => word !== '')
    .sort((a, b) => b.word.length - a.word.length);
  if (entries.length === 0) return (text) => text;
  const exact = new Map<string, string>();
  const anyCase = new Map<string, string>();
  for (const { word, spoken } of entries) {
    const map = isSmall(word) ? anyCase : exact;
    if (!map.has(word)) map.set(word, spoken);
  }
  // Case is judged in the function below: an expression cannot have one part that minds it and one that does not.
  const pattern = new RegExp(entries.map(({ word }) => edged(word)).join('|'), 'giu');
  return (text) =>
    text
      .normalize('NFC')
      .replace(pattern, (found) => exact.get(found) ?? anyCase.get(found.toLowerCase()) ?? found);
}

function isSmall(word: string): boolean {
  return word === word.toLowerCase();
}

function edged(word: string): string {
  const [first = '', last = ''] = [[...word][0], [...word].at(-1)];
  const isEdge = (letter: string) => new RegExp(WORD, 'u').test(letter) && !UNSPACED.test(letter);
  return `${isEdge(first) ? `(?<!${WORD})` : ''}${escaped(word)}${isEdge(last) ? `(?!${WORD})` : ''}`;
}

function escaped(word: string): string {
  return word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
