import type { BatchLineView, LineProgressView } from '../../../electron/contract/calls.ts';
import { lineWords } from '../../../electron/speaking/batches/line-words.ts';

/** The lines that were asked for so far, by their place in the batch. */
export type KnownLines = ReadonlyMap<number, BatchLineView>;

/** With a page of lines, whose first stands at `from`. */
export function withPage(known: KnownLines, from: number, page: readonly BatchLineView[]): KnownLines {
  const next = new Map(known);
  for (const [at, line] of page.entries()) next.set(from + at, line);
  return next;
}

/** With what changed; lines that were not asked for yet are left for their page. What a change does not name is over. */
export function withProgress(known: KnownLines, changes: readonly LineProgressView[]): KnownLines {
  const byId = new Map(changes.map((change) => [change.id, change]));
  const next = new Map(known);
  for (const [at, line] of known) {
    const change = byId.get(line.id);
    if (change !== undefined)
      next.set(at, { ...lineWords(line), ...(line.own && { own: line.own }), ...change });
  }
  return next;
}

/** Those from one place to another, both counted in. */
export function between(known: KnownLines, first: number, last: number): KnownLines {
  return new Map([...known].filter(([at]) => at >= first && at <= last));
}
