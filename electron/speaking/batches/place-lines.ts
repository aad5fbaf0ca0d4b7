import type { BatchLine } from './batch.ts';

interface Placing {
  readonly lines: readonly BatchLine[];
  /** Before which of the others; behind all where it is their number. */
  readonly at: number;
}

/**
 * Lines put among others that they are not part of. Put inside a row they join it; elsewhere a row that moves as a whole
 * stays one, and a part of one becomes a row of its own. So that no row ever lies in two places.
 */
export function placed(others: readonly BatchLine[], { lines, at }: Placing): readonly BatchLine[] {
  const [before, after] = [others[at - 1], others[at]];
  const joins = before !== undefined && before.row === after?.row ? before.row : undefined;
  if (joins === undefined)
    return withRowEnds([...others.slice(0, at), ...inOwnRows(lines, others), ...others.slice(at)]);
  const joined = lines.map((line): BatchLine => ({ ...line, row: joins, end: insideRow(line.end) }));
  return withRowEnds([...others.slice(0, at), ...joined, ...others.slice(at)]);
}

/** The last line of a row ends a paragraph, for the pause behind it. */
export function withRowEnds(lines: readonly BatchLine[]): readonly BatchLine[] {
  return lines.map((line, i) =>
    line.end !== 'paragraph' && lines[i + 1]?.row !== line.row ? { ...line, end: 'paragraph' } : line,
  );
}

function insideRow(end: BatchLine['end']): BatchLine['end'] {
  return end === 'paragraph' ? 'sentence' : end;
}

/** The first row that no line has. */
export function freeRow(lines: readonly BatchLine[]): number {
  return lines.reduce((free, { row }) => Math.max(free, row + 1), 0);
}

function inOwnRows(lines: readonly BatchLine[], others: readonly BatchLine[]): readonly BatchLine[] {
  const taken = new Set(others.map(({ row }) => row));
  let free = Math.max(freeRow(others), freeRow(lines));
  const rows = new Map<number, number>();
  return lines.map((line) => {
    if (!taken.has(line.row)) return line;
    const row = rows.get(line.row) ?? free++;
    rows.set(line.row, row);
    return { ...line, row };
  });
}
