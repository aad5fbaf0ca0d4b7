import { AudioLines } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../parts/button.tsx';
import type { Sample } from '../sample/use-sample.ts';
import { MakeVoicePanel } from './make-voice-panel.tsx';
import { sampleProblem } from './make-voice-rules.ts';

/** The one action of the screen, and its panel in its place once it is asked for. */
export function MakeVoice({ sample, busy }: { readonly sample: Sample; readonly busy: boolean }) {
  const [open, setOpen] = useState(false);
  const ready = !busy && sampleProblem(sample, sample.engine) === null;
  useEffect(() => {
    if (busy) setOpen(false);
  }, [busy]);
  if (open) return <MakeVoicePanel sample={sample} onClose={() => setOpen(false)} />;
  return (
    <div className="make-row">
      <Button
        look="primary"
        className="make-button"
        icon={<AudioLines size={18} aria-hidden="true" />}
        disabled={!ready}
        onClick={() => setOpen(true)}
      >
        Make a voice
      </Button>
    </div>
  );
}
