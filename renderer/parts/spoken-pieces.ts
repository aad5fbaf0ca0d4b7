import type { SentenceTime } from '../../electron/speaking/joining/sentence-times.ts';

/** A piece of a text: a sentence, or what stands between two. */
export interface TextPiece {
  /** Where it begins in the text. */
  readonly at: number;
  readonly text: string;
  /** Its place among the sentences; null: between them. */
  readonly sentence: number | null;
}

/** The text in its order as sentences and what stands between them; null where they are not found in it one by one. */
export function textPieces(
  text: string,
  times: readonly Pick<SentenceTime, 'text'>[] | null,
): readonly TextPiece[] | null {
  if (times === null) return null;
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const [sentence, { text: words }] of times.entries()) {
    const from = text.indexOf(words, at);
    if (from === -1) return null;
    if (from > at) pieces.push({ at, text: text.slice(at, from), sentence: null });
    pieces.push({ at: from, text: words, sentence });
    at = from + words.length;
  }
  return at < text.length ? [...pieces, { at, text: text.slice(at), sentence: null }] : pieces;
}

/** Which sentence is heard at this time: in the pause behind it, still that one. Null before the first. `at` in seconds. */
export function sentenceAt(times: readonly Pick<SentenceTime, 'from'>[] | null, at: number): number | null {
  if (times === null) return null;
  const next = times.findIndex(({ from }) => from > at);
  const found = (next === -1 ? times.length : next) - 1;
  return found < 0 ? null : found;
}
