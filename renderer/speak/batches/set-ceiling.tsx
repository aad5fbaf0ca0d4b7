import { useState } from 'react';
import type { BatchView } from '../../../electron/contract/calls.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { CeilingField } from '../../parts/ceiling-field.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { readLimit } from '../../parts/read-credits.ts';

/** How many credits may go for a batch that is there already. */
export function SetCeiling({ batch, onDone }: { readonly batch: BatchView; onDone(): void }) {
  const [words, setWords] = useState(batch.ceiling === undefined ? '' : String(batch.ceiling));
  const act = useAct();
  const credits = readLimit(words);
  const set = async () => {
    if (credits === undefined) return;
    const done = await act.run(call('batch.setCeiling', { batchId: batch.id, credits }));
    if (done !== undefined) onDone();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void set();
      }}
    >
      <div className="row batch-acts">
        <CeilingField id={`ceiling-${batch.id}`} words={words} onChange={setWords} />
        <Button type="submit" look="primary" disabled={credits === undefined || act.busy}>
          Set
        </Button>
        <Button onClick={onDone}>Not now</Button>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </form>
  );
}
