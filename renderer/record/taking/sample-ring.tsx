import { CONSENT_SENTENCE } from '../../../electron/cloning/sample/sample.ts';
import { useRecorderState } from '../../equipment.tsx';
import { reachWords, type SampleLength } from '../../parts/sound/ring-arithmetic.ts';
import { RingGauge } from '../../parts/sound/ring-gauge.tsx';
import { useMirror } from '../../store.ts';
import { useWindowState } from '../../window-state.tsx';
import { useSample } from '../sample/use-sample.ts';
import { RecordButton } from './record-button.tsx';
import { detectorWords, ringWords } from './ring-words.ts';
import { useRecording } from './use-recording.ts';
import { useRunning } from './use-running.ts';

/** The heart of the screen: seconds of usable speech, button and state, inside the ring. */
export function SampleRing() {
  const state = useRecorderState();
  const sample = useSample();
  const denied = useMirror((snapshot) => snapshot.microphone === 'denied');
  const { canPress, press } = useRecording();
  const running = useRunning(state);
  const { readingAt } = useWindowState();
  const live = state.is === 'recording' || state.is === 'paused';
  const now: SampleLength = {
    seconds: sample.seconds + running.seconds,
    speech: sample.speech + running.speech,
  };
  const agreeing = live && readingAt === CONSENT_SENTENCE;
  const unit = detectorWords(running.by ?? sample.heardBy);
  const reach = denied ? 'no microphone' : reachWords(now, sample.engine);
  return (
    <RingGauge before={sample.speech} sample={now} window={sample.engine} recording={live}>
      <p className="ring-seconds number">{state.is === 'counting' ? state.left : now.speech.toFixed(1)}</p>
      <p className="ring-unit" title={unit.title}>
        {unit.words}
      </p>
      <RecordButton recording={live || state.is === 'counting'} disabled={!canPress} onPress={press} />
      <p className="ring-state">{ringWords(state.is, agreeing ? 'your consent' : reach)}</p>
    </RingGauge>
  );
}
