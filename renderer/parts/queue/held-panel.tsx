import { RotateCcw } from 'lucide-react';
import type { JobState } from '../../../electron/jobs/job.ts';
import { call } from '../../bridge.ts';
import { useAct } from '../act.ts';
import { Button } from '../button.tsx';
import { FaultPanel } from '../fault-panel.tsx';

interface HeldPanelProps {
  /** What is waited in; only where it is for credits there is a panel. */
  readonly state: JobState | undefined;
  /** What is left to be spoken, in words. */
  readonly left?: string | undefined;
}

/** The credits are used up, or the limit for a day is reached: says so, and lets a person go on all the same. */
export function HeldPanel({ state, left }: HeldPanelProps) {
  const act = useAct();
  if (state?.status !== 'waiting' || state.why !== 'credits' || state.fault === undefined) return null;
  return (
    <>
      <FaultPanel fault={state.fault} still more={left}>
        {state.fault.code === 'ceiling-reached' ? (
          <Button disabled={act.busy} onClick={() => void act.run(call('spending.allowMore', null))}>
            Go on all the same
          </Button>
        ) : (
          <Button
            icon={<RotateCcw size={16} aria-hidden="true" />}
            onClick={() => void call('server.check', null)}
          >
            Try again
          </Button>
        )}
      </FaultPanel>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </>
  );
}
