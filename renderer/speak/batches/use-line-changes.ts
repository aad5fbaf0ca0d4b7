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
  /** The recording of a line's words in place of made speech, and back. */
  takeOwn(lineId: string): Promise<void>;
  putBack(lineId: string): Promise<void>;
  undo(): void;
}

export function useLineChanges({ id: batchId }: Pick<BatchView, 'id'>): LineChanges {
  const act = useAct();
  const undo = () => void act.run(call('batch.undo', { batchId }));
  const putBack = async (lineId: string) => {
    await act.run(call('batch.putBack', { batchId, lineId }));
  };
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
    async takeOwn(lineId) {
      const used = await act.run(call('batch.useOwn', { batchId, lineId }));
      if (used !== undefined)
        undoBar.offer({ words: 'Your own recording is used.', undo: () => void putBack(lineId) });
    },
    putBack,
    undo,
  };
}
