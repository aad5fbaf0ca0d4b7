import { useRef, useState } from 'react';
import { CONSENT_SENTENCE } from '../../../electron/cloning/sample/sample.ts';
import type { TakeHeard } from '../../../electron/contract/calls.ts';
import type { RecorderState } from '../../audio/recorder.ts';
import { useEquipment } from '../../equipment.tsx';
import { useFrames } from '../../parts/clock.ts';
import type { SampleLength } from '../../parts/sound/ring-arithmetic.ts';
import { useWindowState } from '../../window-state.tsx';
import { useLiveSpeech } from './use-live-speech.ts';

const NOTHING: SampleLength = { seconds: 0, speech: 0 };

/** What the take being recorded adds to the sample so far, and how its speech was told; the consent adds nothing. */
export function useRunning(state: RecorderState): SampleLength & { readonly by: TakeHeard['by'] | null } {
  const { recorder } = useEquipment();
  const { readingAt } = useWindowState();
  const live = state.is === 'recording' || state.is === 'paused';
  const heard = useLiveSpeech(live ? state.takeId : null);
  const consent = useRef(NOTHING);
  const [running, setRunning] = useState(NOTHING);
  if (!live) consent.current = NOTHING;
  useFrames(state.is === 'recording', () => {
    const now = recorder.state();
    if (now.is !== 'recording') return;
    const seconds = now.samples / now.sampleRate;
    const all = { seconds, speech: heard === null ? seconds : heard.speechSamples / now.sampleRate };
    if (readingAt === CONSENT_SENTENCE) consent.current = all;
    setRunning({
      seconds: all.seconds - consent.current.seconds,
      speech: Math.max(0, all.speech - consent.current.speech),
    });
  });
  return { ...(live ? running : NOTHING), by: heard?.by ?? null };
}
