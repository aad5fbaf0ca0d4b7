import { type Piece, type SplitRules, splitText } from './split-text.ts';

/** The longest silence a mark can ask for, in milliseconds; a longer one is text. */
export const LONGEST_PAUSE_MS = 60_000;

/** What a text asks for: a piece to have spoken, or a silence. All `raw` one after the other are the text. */
export type ScriptItem =
  | ({ readonly is: 'speech' } & Piece)
  | { readonly is: 'silence'; readonly raw: string; readonly ms: number };

const MARK = /\[ *pause +(\d{1,5}(?:[.,]\d{1,3})?) *(ms|s)? *\]/gi;

/**
 * Reads a text with marks such as `[pause 0.8s]`, `[pause 800ms]` or `[pause 2]` (seconds) as pieces and silences.
 * Nothing for a text without a letter or digit outside its marks.
 */
export function readScript(text: string, rules: SplitRules): readonly ScriptItem[] {
  const items: ScriptItem[] = [];
  let start = 0;
  let lost = '';
  const speak = (stretch: string): void => {
    const pieces = splitText(stretch, rules);
    // Spaces between two marks: they stay with the text, in front of what comes next.
    if (pieces.length === 0) lost += stretch;
    for (const piece of pieces) {
      items.push({ is: 'speech', ...piece, raw: lost + piece.raw });
      lost = '';
    }
  };
  for (const { index, 0: mark, 1: figure = '', 2: unit } of text.matchAll(MARK)) {
    const ms = Math.round(Number(figure.replace(',', '.')) * (unit?.toLowerCase() === 'ms' ? 1 : 1000));
    if (ms > LONGEST_PAUSE_MS) continue;
    speak(text.slice(start, index));
    items.push({ is: 'silence', raw: lost + mark, ms });
    lost = '';
    start = index + mark.length;
  }
  speak(text.slice(start));
  if (!items.some(({ is }) => is === 'speech')) return [];
  const last = items.at(-1);
  return last && lost ? [...items.slice(0, -1), { ...last, raw: last.raw + lost }] : items;
}
