import { useCallback, useEffect, useRef, useState } from 'react';
import type { BatchLineView, BatchView } from '../../../electron/contract/calls.ts';
import type { Fault } from '../../../electron/result.ts';
import { call, on } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { between, type KnownLines, withPage, withProgress } from './known-lines.ts';

/** Lines are asked for so many at a time. */
const PAGE = 100;
/** The most that one call answers. */
const MOST = 500;

export interface Lines {
  readonly known: KnownLines;
  readonly fault: Fault | null;
  /** Asks for the pages with the lines from `first` to `last`, where that was not done yet. */
  need(first: number, last: number): void;
  /** The lines from `first` to `last`, as they are now. */
  read(first: number, last: number): Promise<readonly BatchLineView[]>;
}

/** The lines of a batch as they come into view, kept up while they are spoken; asked for again after they were changed. */
export function useLines({ id: batchId, revision }: Pick<BatchView, 'id' | 'revision'>): Lines {
  const [known, setKnown] = useState<KnownLines>(new Map());
  const asked = useRef(new Set<number>());
  const shown = useRef({ first: 0, last: 0 });
  const current = useRef(revision);
  const { run, fault } = useAct();
  const page = useCallback(
    (from: number, count: number) => run(call('batch.lines', { batchId, from, count })),
    [batchId, run],
  );
  const ask = useCallback(
    async (from: number) => {
      const asking = current.current;
      const lines = await page(from, PAGE);
      // Lines that come after a change were asked for once more.
      if (lines !== undefined && asking === current.current)
        setKnown((before) => withPage(before, from, lines));
    },
    [page],
  );
  const need = useCallback(
    (first: number, last: number) => {
      shown.current = { first, last };
      for (let from = first - (first % PAGE); from <= last; from += PAGE) {
        if (asked.current.has(from)) continue;
        asked.current.add(from);
        void ask(from);
      }
    },
    [ask],
  );
  /** What is not in view is forgotten and asked for when it comes; what is stays until the answer is there. */
  const askAnew = useCallback(() => {
    const { first, last } = shown.current;
    setKnown((before) => between(before, first, last));
    asked.current.clear();
    need(first, last);
  }, [need]);
  useEffect(() => {
    if (current.current === revision) return;
    current.current = revision;
    askAnew();
  }, [revision, askAnew]);
  useEffect(
    () =>
      on('lines.changed', (told) => {
        if (told.batchId !== batchId) return;
        if (told.isMany) askAnew();
        else setKnown((before) => withProgress(before, told.lines));
      }),
    [batchId, askAnew],
  );
  const read = useCallback(
    async (first: number, last: number) => {
      const lines: BatchLineView[] = [];
      for (let from = first; from <= last; from += MOST)
        for (const line of (await page(from, Math.min(MOST, last - from + 1))) ?? []) lines.push(line);
      return lines;
    },
    [page],
  );
  return { known, fault, need, read };
}
