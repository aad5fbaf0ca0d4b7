import type { Engine } from '../../electron/cloning/engines.ts';
import type { RecorderState } from '../audio/recorder.ts';
import { missingSeconds, sampleReach } from '../parts/ring-arithmetic.ts';

interface HintAsk {
  readonly is: RecorderState['is'];
  /** Of the sample without what is being recorded. */
  readonly seconds: number;
  readonly engine: Engine;
}

/** The line under the ring: what to do next. */
export function hintWords({ is, seconds, engine }: HintAsk): string {
  if (is === 'asking') return 'Allow the microphone, and Timbre begins.';
  if (is === 'starting') return 'One moment…';
  if (is === 'recording') return 'Recording. Press again, or Space, to stop.';
  if (is === 'stopping') return 'Your recording is being kept…';
  const { from, to } = engine.sweetSpot;
  switch (sampleReach(seconds, engine)) {
    case 'none':
      return `Press and read anything aloud for ${from} to ${to} seconds.`;
    case 'short':
      return `Kept. ${missingSeconds(seconds, engine)} s are missing: press again and go on, it adds up.`;
    case 'usable':
      return `Kept. Enough to try; ${from} to ${to} seconds sound better. Press again to add some.`;
    case 'over':
      return `Kept. That is more than ${engine.maxSeconds} s together: leave a recording out below.`;
    default:
      return 'Kept. Listen to it, then make a voice.';
  }
}
