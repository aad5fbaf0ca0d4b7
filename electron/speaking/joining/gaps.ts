import type { PieceEnd } from '../text/split-text.ts';

/** The silence behind a piece of text, in milliseconds. A cut inside a clause or a word is no place to breathe. */
const BY_END: Readonly<Record<PieceEnd, number>> = {
  paragraph: 700,
  sentence: 350,
  clause: 180,
  word: 40,
  letter: 0,
};

/** What the last mark of a sentence or clause changes, in milliseconds. */
const BY_MARK: readonly (readonly [marks: string, ms: number])[] = [
  ['?？؟', 420],
  ['…', 500],
  [':：', 300],
  [';；؛', 250],
  ['—–', 220],
];

/** Behind the last line of a chapter, and behind its heading. */
export const CHAPTER_GAP_MS = 1500;

/** How long to be silent behind a piece of text, in milliseconds. */
export function gapAfter(text: string, end: PieceEnd): number {
  if (end !== 'sentence' && end !== 'clause') return BY_END[end];
  const mark = /(\p{P})["'”’»」』)\]]*$/u.exec(text.trimEnd())?.[1] ?? '';
  return BY_MARK.find(([marks]) => mark !== '' && marks.includes(mark))?.[1] ?? BY_END[end];
}
