import { ArrowRight, Pause, Play } from 'lucide-react';
import { useEquipment, useRecorderState } from '../../equipment.tsx';
import { Button } from '../../parts/button.tsx';
import { useNextSentence } from './use-recording.ts';

/** While a take runs: hold it, go on, and on to the next sentence. */
export function TakeControls() {
  const next = useNextSentence();
  return (
    <div className="row under-strip">
      <PauseButton />
      {next === null ? null : (
        <Button
          icon={<ArrowRight size={16} aria-hidden="true" />}
          onClick={next}
          title="Next sentence (→ or Enter)"
        >
          Next sentence
        </Button>
      )}
    </div>
  );
}

/** Holds the take while one drinks some water; what is not recorded is not counted. */
function PauseButton() {
  const { recorder } = useEquipment();
  const { is } = useRecorderState();
  if (is === 'recording')
    return (
      <Button look="quiet" icon={<Pause size={16} aria-hidden="true" />} onClick={() => recorder.pause()}>
        Pause
      </Button>
    );
  if (is !== 'paused') return null;
  return (
    <Button icon={<Play size={16} aria-hidden="true" />} onClick={() => recorder.resume()}>
      Go on
    </Button>
  );
}
