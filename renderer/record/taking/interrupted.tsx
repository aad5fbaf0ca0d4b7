import { MicOff } from 'lucide-react';
import type { Interrupted as InterruptedState } from '../../audio/recorder.ts';
import { useEquipment } from '../../equipment.tsx';
import { Button } from '../../parts/button.tsx';

/** The microphone went away mid-take: what was recorded is kept, and one can go on with another as the same session. */
export function Interrupted({ state }: { readonly state: InterruptedState }) {
  const { recorder } = useEquipment();
  const { why, others } = state;
  return (
    <section className="card interrupted" role="alert">
      <MicOff className="interrupted-icon" size={20} aria-hidden="true" />
      <div className="denied-words">
        <h2>{why === 'gone' ? 'The microphone went away.' : 'The microphone was shut off.'}</h2>
        <p className="soft small">
          What you recorded is kept.{' '}
          {others.length > 0 ? 'You can go on where you were:' : 'Plug one in to go on.'}
        </p>
        <div className="row interrupted-row">
          {others.map(({ id, name }) => (
            <Button key={id} onClick={() => void recorder.continueWith(id)}>
              Go on with {name}
            </Button>
          ))}
          <Button look="quiet" onClick={() => void recorder.stop()}>
            That was all
          </Button>
        </div>
      </div>
    </section>
  );
}
