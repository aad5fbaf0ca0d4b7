import type { BatchView } from '../../../electron/contract/calls.ts';
import type { Fault } from '../../../electron/result.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../act.ts';
import { Button } from '../button.tsx';
import { FaultPanel } from '../fault-panel.tsx';

interface CeilingPanelProps {
  readonly batch: Pick<BatchView, 'id' | 'ceiling'>;
  readonly fault: Fault;
}

/** A batch has used what it may use: raises that, or leaves it as it is. */
export function CeilingPanel({ batch: { id: batchId, ceiling = 1 }, fault }: CeilingPanelProps) {
  const act = useAct();
  const raised = ceiling * 2;
  return (
    <>
      <FaultPanel fault={fault} still>
        <div className="row">
          <Button
            disabled={act.busy}
            onClick={() => void act.run(call('batch.setCeiling', { batchId, credits: raised }))}
          >
            Raise the ceiling to {raised.toLocaleString('en')}
          </Button>
          <Button disabled={act.busy} onClick={() => void act.run(call('batch.cancel', { batchId }))}>
            Stop here
          </Button>
        </div>
      </FaultPanel>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}
