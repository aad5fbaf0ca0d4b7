import { call } from '../bridge.ts';
import { useAct } from '../parts/act.ts';
import { FaultPanel } from '../parts/fault-panel.tsx';
import type { ConsentState } from './consent-rules.ts';

const STATEMENT = 'The speaker in this file agreed to be cloned, or I am the speaker';

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
                  ? call('sample.agree', { how: 'ticked', text: STATEMENT })
                  : call('sample.disagree', null),
              )
            }
          />
          {STATEMENT}
        </label>
        {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      </>
    );
  return null;
}
