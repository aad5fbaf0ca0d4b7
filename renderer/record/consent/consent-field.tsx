import { FileAudio } from 'lucide-react';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';
import { useWindowState } from '../../window-state.tsx';
import { type ConsentState, TICK_WORDS } from './consent-rules.ts';

/** Whether the speaker agreed, and the way to it. */
export function ConsentField({ state }: { readonly state: ConsentState }) {
  const act = useAct();
  const ticked = state.is === 'given' && state.consent.how === 'ticked';
  if (state.is === 'to-be-confirmed' || ticked)
    return (
      <>
        <label className="make-consent">
          <input
            type="checkbox"
            checked={ticked}
            onChange={({ target }) =>
              void act.run(
                target.checked
                  ? call('sample.agree', { how: 'ticked', text: TICK_WORDS })
                  : call('sample.disagree', null),
              )
            }
          />
          {TICK_WORDS}
        </label>
        {ticked ? null : <StatementButton />}
        {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      </>
    );
  return null;
}

/** Instead of a tick: a sound file in which the speaker agrees. */
function StatementButton() {
  const { setStatementDue } = useWindowState();
  const act = useAct();
  const choose = async () => {
    setStatementDue(true);
    const taken = await act.run(call('take.import', null));
    if (taken === undefined || taken.length === 0) setStatementDue(false);
  };
  return (
    <div className="row">
      <Button
        look="quiet"
        icon={<FileAudio size={16} aria-hidden="true" />}
        disabled={act.busy}
        onClick={() => void choose()}
      >
        Or give a recording in which they agree
      </Button>
      {act.fault === null ? null : <FaultPanel fault={act.fault} />}
    </div>
  );
}
