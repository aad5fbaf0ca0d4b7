import { useEffect, useState } from 'react';
import type { Events } from '../../../electron/contract/calls.ts';
import type { Result } from '../../../electron/result.ts';
import { call, on } from '../../bridge.ts';
import { type Act, useAct } from '../../parts/act.ts';

/** An export from the window's side: under way, how far, what it wrote. */
export interface Exporting {
  readonly act: Act;
  readonly progress: Events['export.progress'] | null;
  /** What it wrote; null until it did. */
  readonly paths: readonly string[] | null;
  readonly canceled: boolean;
  run(work: Promise<Result<readonly string[] | null>>): void;
  cancel(): void;
}

export function useExport(exportId: string): Exporting {
  const act = useAct();
  const [progress, setProgress] = useState<Events['export.progress'] | null>(null);
  const [paths, setPaths] = useState<readonly string[] | null>(null);
  const [canceled, setCanceled] = useState(false);
  useEffect(
    () => on('export.progress', (told) => told.exportId === exportId && setProgress(told)),
    [exportId],
  );
  const run = async (work: Promise<Result<readonly string[] | null>>) => {
    setProgress(null);
    setPaths(null);
    setCanceled(false);
    const result = await act.run(
      work.then((answer) => {
        // Asked for by the person: no fault.
        if (answer.ok || answer.fault.code !== 'canceled') return answer;
        setCanceled(true);
        return { ok: true as const, value: null };
      }),
    );
    setPaths(result ?? null);
  };
  return {
    ...{ act, progress, paths, canceled },
    run: (work) => void run(work),
    cancel: () => void call('export.cancel', { exportId }),
  };
}
