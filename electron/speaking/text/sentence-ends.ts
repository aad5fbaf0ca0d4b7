import { isAbbreviation, writesOrdinalsWithStop } from './abbreviations.ts';
import { segmentEnds } from './segments.ts';

/** As much of what stands before a stop as is looked at, in UTF-16 units. */
const LOOK_BACK = 40;

/** What is spoken at all: a piece without a letter or a digit has nothing to say. */
export const SPEAKABLE = /[\p{L}\p{N}]/u;

/**
 * Where the sentences of a paragraph end (UTF-16 offsets, rising, the paragraph's end last): the system's own rules
 * (Unicode Annex 29), less what they take for an end and is none. `isInside` says where nothing may be cut.
 */
export function sentenceEnds(
  paragraph: string,
  language: string,
  isInside: (offset: number) => boolean,
): readonly number[] {
  const ends: number[] = [];
  let start = 0;
  // A line end inside a paragraph is a space here, or every line would count as a sentence.
  const flat = paragraph.replace(/[\r\n\v\f\u0085\u2028\u2029]/g, ' ');
  let isSpoken = false;
  let seen = 0;
  for (const end of segmentEnds(flat, 'sentence', language)) {
    isSpoken ||= SPEAKABLE.test(flat.slice(seen, end));
    seen = end;
    if (end < flat.length && (!isSpoken || isInside(end) || goesOn(around(flat, start, end), language)))
      continue;
    ends.push(end);
    start = end;
    isSpoken = false;
  }
  return withoutSilentEnd(flat, ends);
}

/** What stands around the place where a sentence may end. */
interface Place {
  readonly before: string;
  readonly next: string;
  /** No space stands between the two. */
  readonly isTouching: boolean;
  /** The whole sentence where it is so short that it may be the head of a list's line; else empty. */
  readonly head: string;
}

function around(text: string, start: number, end: number): Place {
  return {
    before: text.slice(Math.max(start, end - LOOK_BACK), end).trimEnd(),
    isTouching: /\S/u.test(text[end - 1] ?? ''),
    next: text.slice(end, end + LOOK_BACK),
    head: end - start <= LOOK_BACK ? text.slice(start, end).trim() : '',
  };
}

/** Whether what was taken for the end of a sentence is followed by more of it. */
function goesOn({ before, next, isTouching, head }: Place, language: string): boolean {
  const follows = next.trimStart();
  if (/^\p{P}*\p{Ll}/u.test(follows)) return true;
  if (/^[\p{Pe}\p{Pf}]/u.test(follows)) return true;
  // No space behind the stop: a name such as Node.JS, or a slip; a word in either case.
  if (isTouching && before.endsWith('.') && /^[\p{L}\p{N}]/u.test(next)) return true;
  // 「はい。」と言った: the quotation is a part of the sentence.
  if (/[」』]$/u.test(before) && /^\p{scx=Hiragana}/u.test(next)) return true;
  if (/^[^\p{L}\p{N}]*[\p{L}\p{N}]{1,3}[.)]$/u.test(head) && !isWord(head)) return true;
  const word = /(?<=^|[\s\p{P}])[\p{L}\p{M}ªº][\p{L}\p{M}.ªº-]*(?=\.$)/u.exec(before)?.[0];
  if (word !== undefined && isAbbreviation(word, follows, language)) return true;
  if (word !== undefined && /(?:^|\.)[\p{Lu}\p{Ll}]$/u.test(word) && word !== 'I')
    return /^\p{Lu}/u.test(follows);
  return writesOrdinalsWithStop(language) && /(?<=^|\s)\p{Nd}{1,2}\.$/u.test(before);
}

/** “No.” and “Go.” are sentences, “1.” and “iv.” and “A.” are the heads of what follows. */
function isWord(head: string): boolean {
  const word = head.replace(/[^\p{L}\p{N}]/gu, '');
  return word.length > 1 && /\p{L}/u.test(word) && !/^[ivxlc]+$/i.test(word);
}

/** What has nothing to say at the end belongs to the sentence before it. */
function withoutSilentEnd(text: string, ends: number[]): readonly number[] {
  const last = ends.at(-2);
  if (last === undefined || SPEAKABLE.test(text.slice(last))) return ends;
  return [...ends.slice(0, -2), text.length];
}
