import { AudioLines } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useOpenMicrophone, useRecorderState } from '../equipment.tsx';
import { Button } from '../parts/button.tsx';
import { FaultPanel } from '../parts/fault-panel.tsx';
import { useMirror } from '../store.ts';
import { useWindowState } from '../window-state.tsx';
import { KeptTakes } from './kept-takes.tsx';
import { MakeVoicePanel } from './make-voice-panel.tsx';
import { sampleProblem } from './make-voice-rules.ts';
import { MicrophoneDenied } from './microphone-denied.tsx';
import { Notices } from './notices.tsx';
import { Reading } from './reading.tsx';
import { hintWords } from './record-words.ts';
import { SampleRing } from './sample-ring.tsx';
import { SoundStrip } from './sound-strip.tsx';
import { useCoach } from './use-coach.ts';
import { type Sample, useSample } from './use-sample.ts';

/** Record: press, read aloud, listen, make a voice. */
export function RecordScreen() {
  const sample = useSample();
  const state = useRecorderState();
  const denied = useMirror((snapshot) => snapshot.microphone === 'denied');
  const busy = state.is !== 'idle' && state.is !== 'failed' && state.is !== 'interrupted';
  useOpenMicrophone();
  return (
    <div className="screen record-screen">
      <h1 className="unseen">Record</h1>
      <Notices />
      <Reading />
      <SampleRing />
      <RecordHint sample={sample} denied={denied} />
      {denied ? <MicrophoneDenied /> : <SoundStrip latest={sample.takes[0]} />}
      {denied ? null : <Obstacle />}
      <MakeVoice sample={sample} busy={busy} />
      <KeptTakes />
    </div>
  );
}

/** One hint at a time, in a line of its own that is always there; what matters is also said aloud. */
function RecordHint({ sample, denied }: { readonly sample: Sample; readonly denied: boolean }) {
  const { is } = useRecorderState();
  const coach = useCoach(is === 'recording');
  return (
    <p className="record-hint" aria-live="polite" data-coach={coach !== null}>
      {coach ?? (denied ? '' : hintWords({ is, seconds: sample.seconds, engine: sample.engine }))}
    </p>
  );
}

/** Why the last recording could not begin or had to end. */
function Obstacle() {
  const state = useRecorderState();
  const { brokenTake } = useWindowState();
  const fault = 'fault' in state ? state.fault : brokenTake;
  return fault === null ? null : <FaultPanel fault={fault} />;
}

function MakeVoice({ sample, busy }: { readonly sample: Sample; readonly busy: boolean }) {
  const [open, setOpen] = useState(false);
  const ready = !busy && sampleProblem(sample.seconds, sample.engine) === null;
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
