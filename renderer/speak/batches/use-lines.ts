import { useCallback, useEffect, useRef, useState } from 'react';
import type { Fault } from '../../../electron/result.ts';
import { call, on } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { between, type KnownLines, withPage, withProgress } from './known-lines.ts';

/** Lines are asked for so many at a time. */
const PAGE = 100;

export interface Lines {
  readonly known: KnownLines;
  readonly fault: Fault | null;
  /** Asks for the pages with the lines from `first` to `last`, where that was not done yet. */
  need(first: number, last: number): void;
}

/** The lines of a batch as they come into view, kept up while they are spoken. */
export function useLines(batchId: string): Lines {
  const [known, setKnown] = useState<KnownLines>(new Map());
  const asked = useRef(new Set<number>());
  const shown = useRef({ first: 0, last: 0 });
  const { run, fault } = useAct();
  const ask = useCallback(
    async (from: number) => {
      const page = await run(call('batch.lines', { batchId, from, count: PAGE }));
      if (page !== undefined) setKnown((before) => withPage(before, from, page));
    },
    [batchId, run],
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
  useEffect(
    () =>
      on('lines.changed', (told) => {
        if (told.batchId !== batchId) return;
        if (!told.isMany) return setKnown((before) => withProgress(before, told.lines));
        // What is not in view is forgotten and asked for when it comes; what is stays until the answer is there.
        const { first, last } = shown.current;
        setKnown((before) => between(before, first, last));
        asked.current.clear();
        need(first, last);
      }),
    [batchId, need],
  );
  return { known, fault, need };
}
