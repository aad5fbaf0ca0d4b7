import type { BatchView } from '../../../electron/contract/calls.ts';
import type { LinesChange } from '../../../electron/speaking/batches/change-lines.ts';
import { call } from '../../bridge.ts';
import { type Act, useAct } from '../../parts/act.ts';
import { undoBar } from '../../parts/undo.ts';

/** Changes to the lines of one batch, each of which can be taken back. */
export interface LineChanges {
  readonly act: Act;
  /** Resolves to whether it worked. `words`: what was done, for the offer to take it back; none: none is made. */
  change(change: LinesChange, words?: string): Promise<boolean>;
  sayAgain(lineIds: readonly string[]): Promise<void>;
  undo(): void;
}

export function useLineChanges({ id: batchId }: Pick<BatchView, 'id'>): LineChanges {
  const act = useAct();
  const undo = () => void act.run(call('batch.undo', { batchId }));
  return {
    act,
    async change(change, words) {
      const changed = await act.run(call('batch.change', { batchId, change }));
      if (changed !== undefined && words !== undefined && changed.canUndo) undoBar.offer({ words, undo });
      return changed !== undefined;
    },
    async sayAgain(lineIds) {
      await act.run(call('batch.redo', { batchId, lineIds }));
    },
    undo,
  };
}
