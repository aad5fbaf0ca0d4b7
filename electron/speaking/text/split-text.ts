import { cutSentence } from './cut-sentence.ts';
import { languageOfScript } from './language-of-script.ts';
import { paragraphEnds } from './paragraph-ends.ts';
import { SPEAKABLE, sentenceEnds } from './sentence-ends.ts';
import { insideOf, unbreakableSpans } from './unbreakable.ts';

/** What a piece of text ends with; it decides how long the silence behind its sound is. */
export type PieceEnd = 'paragraph' | 'sentence' | 'clause' | 'word' | 'letter';

/** A piece of a text to have spoken in one request. */
export interface Piece {
  /** As it stood, with the spaces and line ends around it: all `raw` one after the other are the text. */
  readonly raw: string;
  /** The same without the spaces, and the marks that say nothing, around it; at most `limit` UTF-16 units. */
  readonly text: string;
  readonly end: PieceEnd;
}

export interface SplitRules {
  /** The most UTF-16 units that a piece may have, at least 2; A2E takes 1,000 [seen]. */
  readonly limit: number;
  /** ISO 639-1; absent: judged by the script. */
  readonly language?: string;
  /** `sentence` (default): one piece each, so that each can be redone alone; `limit`: as many as go in one request. */
  readonly by?: 'sentence' | 'limit';
}

/**
 * Splits a text at sentence ends into pieces under the limit, never inside a word, number, link, abbreviation or
 * grapheme, unless one of them alone is longer than the limit. Nothing for a text without a letter or digit.
 */
export function splitText(text: string, rules: SplitRules): readonly Piece[] {
  if (!SPEAKABLE.test(text)) return [];
  const language = rules.language ?? languageOfScript(text);
  const ends = paragraphEnds(text);
  const stretches = ends.flatMap((end, i) =>
    inParagraph(text.slice(ends[i - 1] ?? 0, end), { ...rules, language }),
  );
  return toPieces(rules.by === 'limit' ? filled(stretches, rules.limit) : stretches);
}

interface Stretch {
  readonly raw: string;
  readonly end: PieceEnd;
}

function inParagraph(paragraph: string, rules: SplitRules & { language: string }): readonly Stretch[] {
  const { limit, language } = rules;
  const isInside = insideOf(unbreakableSpans(paragraph));
  const stretches: Stretch[] = [];
  let start = 0;
  for (const end of sentenceEnds(paragraph, language, isInside)) {
    const from = start;
    const sentence = paragraph.slice(from, end);
    let done = 0;
    if (sentence.trim().length > limit)
      for (const { at, kind } of cutSentence(sentence, limit, {
        language,
        isInside: (offset) => isInside(from + offset),
      })) {
        stretches.push({ raw: sentence.slice(done, at), end: kind });
        done = at;
      }
    stretches.push({ raw: sentence.slice(done), end: end === paragraph.length ? 'paragraph' : 'sentence' });
    start = end;
  }
  return stretches;
}

/** Puts neighbours of a paragraph together as long as they fit. */
function filled(stretches: readonly Stretch[], limit: number): readonly Stretch[] {
  const full: Stretch[] = [];
  for (const stretch of stretches) {
    const before = full.at(-1);
    const raw = (before?.raw ?? '') + stretch.raw;
    if (before && before.end !== 'paragraph' && raw.trim().length <= limit)
      full[full.length - 1] = { raw, end: stretch.end };
    else full.push(stretch);
  }
  return full;
}

/** What has nothing to say goes to the piece before it, or where there is none to the one behind it. */
function toPieces(stretches: readonly Stretch[]): readonly Piece[] {
  const pieces: { raw: string; text: string; end: PieceEnd }[] = [];
  let ahead = '';
  for (const { raw, end } of stretches) {
    const last = pieces.at(-1);
    if (SPEAKABLE.test(raw)) {
      pieces.push({ raw: ahead + raw, text: raw.trim(), end });
      ahead = '';
    } else if (last) {
      last.raw += raw;
      if (end === 'paragraph') last.end = end;
    } else ahead += raw;
  }
  return pieces;
}
