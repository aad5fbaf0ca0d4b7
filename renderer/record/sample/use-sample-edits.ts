import { useCallback, useMemo } from 'react';
import type { SamplePart } from '../../../electron/cloning/sample/sample.ts';
import { call } from '../../bridge.ts';
import { useWindowState } from '../../window-state.tsx';
import { edited, redone, undone } from './edit-stack.ts';
import { useSample } from './use-sample.ts';

/** Changes of the sample's edit list, each of which can be taken back. */
export interface SampleEdits {
  /** Resolves when the main process has it, or has refused it. */
  edit(parts: readonly SamplePart[]): Promise<void>;
  undo(): void;
  redo(): void;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
}

export function useSampleEdits(): SampleEdits {
  const { parts } = useSample();
  const { edits, setEdits, setSampleFault } = useWindowState();

  const put = useCallback(
    async (next: readonly SamplePart[]): Promise<boolean> => {
      const changed = await call('sample.change', { parts: next });
      setSampleFault(changed.ok ? null : changed.fault);
      return changed.ok;
    },
    [setSampleFault],
  );

  return useMemo(() => {
    const step = (to: ReturnType<typeof undone>) => {
      if (to === undefined) return;
      void put(to.parts).then((done) => {
        if (done) setEdits(to.stack);
      });
    };
    return {
      async edit(next) {
        if (await put(next)) setEdits((stack) => edited(stack, parts));
      },
      undo: () => step(undone(edits, parts)),
      redo: () => step(redone(edits, parts)),
      canUndo: edits.before.length > 0,
      canRedo: edits.after.length > 0,
    };
  }, [parts, edits, put, setEdits]);
}
