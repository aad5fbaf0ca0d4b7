/** Lines shorter than this are not wrapped by a program, and paragraphs with longer lines than this are not wrapped. */
const WRAPPED = { from: 40, to: 120 } as const;

/**
 * Where the paragraphs of a text end (UTF-16 offsets behind the line ends, rising, the text's end last). A blank line
 * ends one. So does a single line end, unless the text is wrapped there: the next word would not have fitted.
 */
export function paragraphEnds(text: string): readonly number[] {
  const lines = [...text.matchAll(/(?:\r\n|[\n\r\f\u0085\u2028\u2029])/g)];
  const ends: number[] = [];
  const starts = [0, ...lines.map(({ index, 0: mark }) => index + mark.length)];
  const blocks = widths(text, starts);
  for (const [i, { index, 0: mark }] of lines.entries()) {
    const line = text.slice(starts[i], index);
    const next = text.slice(index + mark.length, starts[i + 2] ?? text.length);
    if (!isWrapped({ line, next, width: blocks[i] ?? 0 })) ends.push(index + mark.length);
  }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

/** For each line the length of the longest one of its block; a blank line is between two blocks. */
function widths(text: string, starts: readonly number[]): readonly number[] {
  const lengths = starts.map((start, i) => text.slice(start, starts[i + 1] ?? text.length).trim().length);
  const found: number[] = [];
  for (let i = 0; i < lengths.length; ) {
    let end = i;
    let longest = 0;
    do longest = Math.max(longest, lengths[end] ?? 0);
    while ((lengths[end++] ?? 0) > 0 && end < lengths.length);
    while (i < end) found[i++] = longest;
  }
  return found;
}

function isWrapped({ line, next, width }: { line: string; next: string; width: number }): boolean {
  const length = line.trim().length;
  if (length < WRAPPED.from || width > WRAPPED.to) return false;
  const word = /\S+/.exec(next.slice(0, 2 * WRAPPED.to))?.[0] ?? '';
  return word !== '' && length + 1 + word.length > width;
}
