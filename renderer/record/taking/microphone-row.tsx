import { Ear, Timer } from 'lucide-react';
import { call } from '../../bridge.ts';
import { useEquipment, useStreamState } from '../../equipment.tsx';
import { Button } from '../../parts/button.tsx';
import { MicrophoneChoice } from '../../parts/microphone-choice.tsx';
import { useMirror } from '../../store.ts';

/** Before a take: which microphone, and whether to count down. */
export function MicrophoneRow() {
  const { recorder } = useEquipment();
  const stream = useStreamState();
  const countdown = useMirror((snapshot) => snapshot.settings.countdown);
  return (
    <div className="row under-strip">
      <MicrophoneChoice label="Microphone" />
      <Button
        look="quiet"
        icon={<Ear size={16} aria-hidden="true" />}
        disabled={stream.is !== 'open'}
        onClick={() => recorder.checkRoom()}
      >
        Check the room
      </Button>
      <Button
        look="quiet"
        icon={<Timer size={16} aria-hidden="true" />}
        aria-pressed={countdown > 0}
        onClick={() => void call('settings.change', { countdown: countdown > 0 ? 0 : 3 })}
      >
        {countdown > 0 ? 'Counts 3, 2, 1' : 'No countdown'}
      </Button>
    </div>
  );
}
