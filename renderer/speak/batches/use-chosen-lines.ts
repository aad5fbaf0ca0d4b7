import { useState } from 'react';
import type { BatchView } from '../../../electron/contract/calls.ts';
import type { ChosenLines as Chosen } from '../../../electron/speaking/batches/change-lines.ts';
import type { Lines } from './use-lines.ts';

/** The lines of a batch that are ticked. */
export interface ChosenLines {
  readonly count: number;
  readonly ids: readonly string[];
  /** As a change names them. */
  readonly named: Chosen;
  has(lineId: string): boolean;
  /** Ticks or unticks one; with `toHere` also all from the one that was ticked last. */
  toggle(line: { readonly id: string; readonly at: number }, toHere: boolean): Promise<void>;
  all(): Promise<void>;
  /** A line that is not there any more. */
  drop(lineId: string): void;
  clear(): void;
}

export function useChosenLines(batch: Pick<BatchView, 'lines'>, lines: Lines): ChosenLines {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<number | null>(null);
  const add = async (first: number, to: number) => {
    const those = await lines.read(first, to);
    setChosen((before) => new Set([...before, ...those.map(({ id }) => id)]));
  };
  return {
    count: chosen.size,
    ids: [...chosen],
    named: chosen.size === batch.lines ? 'all' : [...chosen],
    has: (lineId) => chosen.has(lineId),
    async toggle({ id, at }, toHere) {
      const isNew = !chosen.has(id);
      setLast(isNew ? at : null);
      if (isNew && toHere && last !== null) return add(Math.min(last, at), Math.max(last, at));
      setChosen((before) => {
        const next = new Set(before);
        if (!next.delete(id)) next.add(id);
        return next;
      });
    },
    all: () => add(0, batch.lines - 1),
    drop: (lineId) => setChosen((before) => new Set([...before].filter((id) => id !== lineId))),
    clear: () => setChosen(new Set()),
  };
}
