import type { BatchView, Calls } from '../../../electron/contract/calls.ts';
import type { LinesChange } from '../../../electron/speaking/batches/change-lines.ts';
import { call } from '../../bridge.ts';
import { type Act, useAct } from '../../parts/act.ts';
import { undoBar } from '../../parts/undo.ts';
import { type LanguageCheck, useLanguageCheck } from '../use-language-check.ts';

/** Changes to the lines of one batch, each of which can be taken back. */
export interface LineChanges {
  readonly act: Act;
  /** Whether a text fits the voice that is to say it from now on. */
  readonly language: LanguageCheck;
  change(change: LinesChange, how: HowToChange): void;
  sayAgain(lineIds: readonly string[]): void;
  /** The recording of a line's words in place of made speech, and back. */
  takeOwn(lineId: string): Promise<void>;
  putBack(lineId: string): Promise<void>;
  undo(): void;
}

export interface HowToChange {
  /** What was done, for the offer to take it back. */
  readonly words: string;
  /** What is to be said by whom, where that is new: its language is looked at before. */
  readonly spoken?: { readonly voiceId: string; readonly text: string };
  /** Called where it worked. */
  onDone?(): void;
}

export function useLineChanges({ id: batchId }: Pick<BatchView, 'id'>): LineChanges {
  const act = useAct();
  const language = useLanguageCheck();
  const undo = () => void act.run(call('batch.undo', { batchId }));
  const putBack = async (lineId: string) => {
    await act.run(call('batch.putBack', { batchId, lineId }));
  };
  const run = async (ask: Calls['batch.change']['ask'], { words, onDone }: HowToChange) => {
    const changed = await act.run(call('batch.change', ask));
    if (changed === undefined) return;
    if (changed.canUndo) undoBar.offer({ words, undo });
    onDone?.();
  };
  return {
    act,
    language,
    change(change, how) {
      const go = () => void run({ batchId, change }, how);
      if (how.spoken === undefined) return go();
      const { voiceId, text } = how.spoken;
      void language.before({ voiceId, from: { is: 'text', text } }, go);
    },
    sayAgain: (lineIds) => void act.run(call('batch.redo', { batchId, lineIds })),
    async takeOwn(lineId) {
      const used = await act.run(call('batch.useOwn', { batchId, lineId }));
      if (used !== undefined)
        undoBar.offer({ words: 'Your own recording is used.', undo: () => void putBack(lineId) });
    },
    putBack,
    undo,
  };
}
