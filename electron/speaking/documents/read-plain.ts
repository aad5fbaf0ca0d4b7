import { paragraphEnds } from '../text/paragraph-ends.ts';
import type { DocumentLine } from './document.ts';

/** The paragraphs of a text, a line each; a text that is wrapped at a width is put together again. */
export function readPlain(text: string): readonly DocumentLine[] {
  const ends = paragraphEnds(text);
  return ends.map((end, i) => ({
    text: text
      .slice(ends[i - 1] ?? 0, end)
      .replace(/\s*\n\s*/g, ' ')
      .trim(),
  }));
}
