import type { BatchView } from '../../../electron/contract/calls.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';

/** Asks before a batch is taken out of the list, for that cannot be undone. */
export function RemoveBatch({ batch, onDone }: { readonly batch: BatchView; onDone(): void }) {
  const act = useAct();
  return (
    <fieldset className="batch-panel" aria-label={`Remove ${batch.name}`}>
      <p>
        Remove it from this list? What is not spoken yet is canceled. What was spoken stays in your clips
        folder.
      </p>
      <div className="row">
        <Button
          look="danger"
          disabled={act.busy}
          onClick={() => void act.run(call('batch.remove', { batchId: batch.id }))}
        >
          Remove
        </Button>
        <Button onClick={onDone}>Keep it</Button>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </fieldset>
  );
}
