import type { Engine } from '../../electron/cloning/engines/engines.ts';
import { CONSENT_SENTENCE } from '../../electron/cloning/sample/sample.ts';
import type { RecorderState } from '../audio/recorder.ts';
import { missingSeconds, type SampleLength, sampleReach } from '../parts/sound/ring-arithmetic.ts';

interface HintAsk {
  readonly is: RecorderState['is'];
  /** Without what is being recorded. */
  readonly sample: SampleLength;
  readonly engine: Engine;
  /** The microphone hears like a telephone. */
  readonly narrow: boolean;
  /** What is being read, −1 the consent; null where nothing more follows. */
  readonly reading: number | null;
}

/** Whether a take is on its way, from the press of the button until it is kept. */
export function isUnderWay(is: RecorderState['is']): boolean {
  return is !== 'idle' && is !== 'failed' && is !== 'interrupted';
}

/** The line under the ring: what to do next. */
export function hintWords({ is, sample, engine, narrow, reading }: HintAsk): string {
  if (is === 'asking') return 'Allow the microphone, and Timbre begins.';
  if (is === 'counting') return 'Get ready…';
  if (is === 'starting') return 'One moment…';
  if (is === 'recording' && reading === CONSENT_SENTENCE) return 'Read this line, then press → for the text.';
  if (is === 'recording' && reading !== null) return 'Recording. → for the next sentence, Space to stop.';
  if (is === 'recording') return 'Recording. Press again, or Space, to stop.';
  if (is === 'paused') return 'Paused. Nothing is recorded now.';
  if (is === 'stopping') return 'Your recording is being kept…';
  const { from, to } = engine.sweetSpot;
  switch (sampleReach(sample, engine)) {
    case 'none':
      if (narrow)
        return 'This microphone hears like a telephone: your voice would sound dull. Choose another.';
      return `Press and read aloud for ${from} to ${to} seconds.`;
    case 'short':
      return `Kept. ${missingSeconds(sample, engine)} s are missing: press again and go on, it adds up.`;
    case 'usable':
      return `Kept. Enough to try; ${from} to ${to} seconds sound better. Press again to add some.`;
    case 'over':
      return `Kept. That is more than ${engine.maxSeconds} s together: leave something out below.`;
    default:
      return 'Kept. Listen to it, then make a voice.';
  }
}
