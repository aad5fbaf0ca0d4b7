import { MicOff } from 'lucide-react';
import { useEffect } from 'react';
import { call } from '../../bridge.ts';
import { useAct } from '../../parts/act.ts';
import { Button } from '../../parts/button.tsx';
import { FaultPanel } from '../../parts/fault-panel.tsx';

/** The microphone is refused: what to do, the way to the system's settings, and another look when one comes back. */
export function MicrophoneDenied() {
  const act = useAct();
  useEffect(() => {
    const look = () => void call('microphone.ask', null);
    window.addEventListener('focus', look);
    return () => window.removeEventListener('focus', look);
  }, []);
  return (
    <section className="card denied" role="alert">
      <MicOff size={20} aria-hidden="true" />
      <div className="denied-words">
        <h2>Timbre may not use the microphone</h2>
        <p className="soft small">
          Allow it in the system's settings, then come back here. Timbre looks again by itself.
        </p>
        <div className="row">
          <Button onClick={() => void act.run(call('microphone.openSystemSettings', null))}>
            Open settings
          </Button>
          <Button look="quiet" onClick={() => void call('microphone.ask', null)}>
            Look again
          </Button>
        </div>
        {act.fault === null ? null : <FaultPanel fault={act.fault} />}
      </div>
    </section>
  );
}
