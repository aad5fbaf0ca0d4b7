import { useState } from 'react';
import type { RecorderState } from '../audio/recorder.ts';
import { useEquipment, useRecorderState } from '../equipment.tsx';
import { useFrames } from '../parts/clock.ts';
import { reachWords } from '../parts/ring-arithmetic.ts';
import { RingGauge } from '../parts/ring-gauge.tsx';
import { useMirror } from '../store.ts';
import { RecordButton } from './record-button.tsx';
import { useRecording } from './use-recording.ts';
import { useSample } from './use-sample.ts';

/** Seconds of the take being recorded, counted in samples; 0 while none is. */
function runningSeconds(state: RecorderState): number {
  return state.is === 'recording' ? state.samples / state.sampleRate : 0;
}

/** The heart of the screen: seconds, button and state, inside the ring. */
export function SampleRing() {
  const { recorder } = useEquipment();
  const state = useRecorderState();
  const sample = useSample();
  const denied = useMirror((snapshot) => snapshot.microphone === 'denied');
  const { canPress, press } = useRecording();
  const recording = state.is === 'recording';
  const [running, setRunning] = useState(0);
  useFrames(recording, () => setRunning(runningSeconds(recorder.state())));

  const seconds = sample.seconds + (recording ? running : 0);
  return (
    <RingGauge before={sample.seconds} seconds={seconds} window={sample.engine} recording={recording}>
      <p className="ring-seconds number">{seconds.toFixed(1)}</p>
      <RecordButton recording={recording} disabled={!canPress} onPress={press} />
      <p className="ring-state">
        {ringWords(state, denied ? 'no microphone' : reachWords(seconds, sample.engine))}
      </p>
    </RingGauge>
  );
}

function ringWords(state: RecorderState, reach: string): string {
  switch (state.is) {
    case 'asking':
      return 'asking for the microphone';
    case 'starting':
      return 'starting';
    case 'stopping':
      return 'keeping it';
    default:
      return reach;
  }
}
