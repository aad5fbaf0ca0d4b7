import { Hourglass, RotateCcw, X } from 'lucide-react';
import type { JobView } from '../../../electron/contract/calls.ts';
import { isSettled } from '../../../electron/jobs/job.ts';
import type { Fault } from '../../../electron/result.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../act.ts';
import { Button } from '../button.tsx';
import { useNow } from '../clock.ts';
import { FaultPanel } from '../fault-panel.tsx';
import { sinceWords } from '../time-words.ts';
import { HeldPanel } from './held-panel.tsx';
import { jobWords } from './state-words.ts';

/** How far a job is: what it does or waits for, with a way to cancel it; what went wrong, with a way to try again. */
export function JobLine({ job }: { readonly job: JobView }) {
  const settled = isSettled(job.state);
  const now = useNow(!settled);
  const act = useAct();
  if (job.state.status === 'failed')
    return <FailedJob jobId={job.id} fault={job.state.fault} since={job.state.at} />;
  return (
    <>
      <div className="job-line">
        {settled ? null : <Hourglass size={16} aria-hidden="true" />}
        <span className="number">{jobWords(job, now)}</span>
        {settled ? null : (
          <Button
            look="quiet"
            className="push"
            icon={<X size={16} aria-hidden="true" />}
            disabled={act.busy}
            onClick={() => void act.run(call('job.cancel', { jobId: job.id }))}
          >
            Cancel
          </Button>
        )}
      </div>
      <HeldPanel state={job.state} />
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}

/** After these asking again may be paid a second time. */
const MAY_COST_AGAIN: readonly string[] = [
  'maybe-charged',
  'training-unknown',
  'speech-link-lost',
  'clip-not-audio',
];

interface FailedJobProps {
  readonly jobId: string;
  readonly fault: Fault;
  /** Milliseconds since 1970, where it is known. */
  readonly since?: number;
}

/** What went wrong with a job, and a way to put it back in line; why that did not work, where it did not. */
export function FailedJob({ jobId, fault, since }: FailedJobProps) {
  const now = useNow(false);
  const act = useAct();
  return (
    <>
      <FaultPanel
        fault={fault}
        still
        more={since === undefined ? undefined : `It is so ${sinceWords(since, now)}.`}
      >
        <Button
          icon={<RotateCcw size={16} aria-hidden="true" />}
          disabled={act.busy}
          onClick={() => void act.run(call('job.retry', { jobId }))}
        >
          {mayCostAgain(fault) ? 'Try again, may cost again' : 'Try again'}
        </Button>
      </FaultPanel>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}

/** A link to speech that is dead will be asked for anew; one that may answer again is not. */
function mayCostAgain({ code, status = 0 }: Fault): boolean {
  return MAY_COST_AGAIN.includes(code) || (code === 'download-broken' && status >= 400 && status < 500);
}
