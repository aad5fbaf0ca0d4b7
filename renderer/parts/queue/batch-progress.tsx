import type { BatchView } from '../../../electron/contract/calls.ts';
import { useMirror } from '../../store.ts';
import { useNow } from '../clock.ts';
import { batchWords, leftWords, linesLeft } from './batch-words.ts';
import { CeilingPanel } from './ceiling-panel.tsx';
import { HeldPanel } from './held-panel.tsx';

/** How far a batch is, in words and, until it is over, as a thin bar; what it was stopped for, and how to go on. */
export function BatchProgress({ batch }: { readonly batch: BatchView }) {
  const isPaused = useMirror((snapshot) => snapshot.queue.isPaused);
  const now = useNow(batch.held?.retryAt !== undefined);
  return (
    <>
      <p className="soft small number batch-words">{batchWords(batch, isPaused, now)}</p>
      {linesLeft(batch) === 0 ? (
        <div className="batch-bar-place" />
      ) : (
        <progress
          className="batch-bar"
          max={batch.lines}
          value={batch.counts.done}
          aria-label={`Spoken of ${batch.name}`}
        />
      )}
      <Held batch={batch} />
    </>
  );
}

function Held({ batch }: { readonly batch: BatchView }) {
  const fault = batch.held?.fault;
  return fault?.code === 'batch-ceiling-reached' ? (
    <CeilingPanel batch={batch} fault={fault} />
  ) : (
    <HeldPanel state={batch.held} left={leftWords(batch)} />
  );
}
