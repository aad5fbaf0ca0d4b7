import { UNSPACED } from './language-of-script.ts';
import { isLowSurrogate, segmentEnds } from './segments.ts';

/** What a cut inside a sentence stands at, best first. */
export type CutKind = 'clause' | 'word' | 'letter';

export interface Cut {
  /** UTF-16 offset of the first character behind the cut. */
  readonly at: number;
  readonly kind: CutKind;
}

const CLAUSE_END = /[,;:،؛،、，；：—–।…)\]」』]["'”’»)\]]*\s*$/u;

/**
 * Cuts a sentence that is longer than `limit` (UTF-16 units) into stretches under it: behind a clause where that leaves
 * a stretch of at least half the limit, else between words, and inside a word only where one word alone is longer.
 */
export function cutSentence(
  sentence: string,
  limit: number,
  rules: { readonly language: string; readonly isInside: (offset: number) => boolean },
): readonly Cut[] {
  const cuts: Cut[] = [];
  let start = 0;
  let clause = 0;
  let word = 0;
  const cut = (at: number, kind: CutKind): void => {
    cuts.push({ at, kind });
    start = at;
    if (word <= start) word = 0;
    if (clause <= start) clause = 0;
  };
  /** Cuts until what stands before `end` fits. */
  const makeRoom = (end: number): void => {
    while (lengthOf(sentence, start, end) > limit) {
      if (clause - start >= limit / 2) cut(clause, 'clause');
      else if (word > start) cut(word, 'word');
      else
        for (const at of lettersIn(sentence, { start, end, limit, language: rules.language }))
          cut(at, 'letter');
    }
  };
  for (const end of segmentEnds(sentence, 'word', rules.language)) {
    makeRoom(end);
    if (end === sentence.length || rules.isInside(end)) continue;
    const before = sentence.slice(Math.max(start, end - 8), end);
    const after = sentence.slice(end, end + 2);
    if (/^\s/u.test(after) || !isBetweenWords(before, after)) continue;
    word = end;
    if (CLAUSE_END.test(before)) clause = end;
  }
  return cuts;
}

/** A stretch is sent without the spaces at its edges. */
function lengthOf(text: string, start: number, end: number): number {
  return end - start < 1 ? 0 : text.slice(start, end).trim().length;
}

/** A space stands there, or a script that has none. */
function isBetweenWords(before: string, after: string): boolean {
  if (/\s$/u.test(before)) return true;
  return UNSPACED.test(before.slice(-2)) && !/^[\p{P}\p{M}]/u.test(after) && !/[\p{Ps}\p{Pi}]$/u.test(before);
}

/** Cuts in one word that is longer than the limit: between graphemes, and inside one only where it alone is longer. */
function lettersIn(
  text: string,
  { start, end, limit, language }: { start: number; end: number; limit: number; language: string },
): readonly number[] {
  const cuts: number[] = [];
  let from = start;
  let fitting = start;
  for (const inWord of segmentEnds(text.slice(start, end), 'grapheme', language)) {
    const at = start + inWord;
    while (at - from > limit) {
      const inside = from + limit;
      from = fitting > from ? fitting : isLowSurrogate(text.charCodeAt(inside)) ? inside - 1 : inside;
      cuts.push(from);
    }
    fitting = at;
  }
  return cuts;
}
