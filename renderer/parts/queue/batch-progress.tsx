import type { BatchView } from '../../../electron/contract/calls.ts';
import { call } from '../../bridge.ts';
import { useMirror } from '../../store.ts';
import { useAct } from '../act.ts';
import { Button } from '../button.tsx';
import { FaultPanel } from '../fault-panel.tsx';
import { batchWords, linesLeft } from './batch-words.ts';

/** How far a batch is, in words and, until it is over, as a thin bar; what it was stopped for, and how to go on. */
export function BatchProgress({ batch }: { readonly batch: BatchView }) {
  const isPaused = useMirror((snapshot) => snapshot.queue.isPaused);
  const act = useAct();
  const words = batchWords(batch, isPaused);
  const held = batch.held?.why === 'credits' ? batch.held.fault : undefined;
  return (
    <>
      <p className="soft small number batch-words">{words}</p>
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
      {held === undefined ? null : (
        <FaultPanel fault={held} still>
          <Button disabled={act.busy} onClick={() => void act.run(call('spending.allowMore', null))}>
            Go on all the same
          </Button>
        </FaultPanel>
      )}
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}
