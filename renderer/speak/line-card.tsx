import { Hourglass, X } from 'lucide-react';
import type { JobView } from '../../electron/contract/calls.ts';
import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { Button } from '../parts/button.tsx';
import { useNow } from '../parts/clock.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { RetryJob } from '../parts/queue-drawer.tsx';
import { jobWords } from '../parts/state-words.ts';
import { useMirror } from '../store.ts';

/** A line that waits, is being spoken or did not work, in the place where its clip will be. */
export function LineCard({ job }: { readonly job: JobView }) {
  const voice = useMirror((snapshot) => snapshot.voices.find((one) => one.id === job.voiceId));
  const text = job.text ?? '';
  return (
    <article className="spoken" aria-label={text}>
      <div className="spoken-head">
        <p className="spoken-text">{text}</p>
      </div>
      {job.state.status === 'failed' ? (
        <FaultPanel fault={job.state.fault} still>
          <RetryJob jobId={job.id} />
        </FaultPanel>
      ) : (
        <OpenLine job={job} />
      )}
      <p className="spoken-facts">
        <span className="cut">{voice?.name ?? ''}</span>
      </p>
    </article>
  );
}

function OpenLine({ job }: { readonly job: JobView }) {
  const now = useNow(true);
  const act = useAct();
  return (
    <>
      <div className="line-state">
        <Hourglass size={16} aria-hidden="true" />
        <span className="number">{jobWords(job, now)}</span>
        <Button
          look="quiet"
          className="push"
          icon={<X size={16} aria-hidden="true" />}
          disabled={act.busy}
          onClick={() => void act.run(call('job.cancel', { jobId: job.id }))}
        >
          Cancel
        </Button>
      </div>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}
