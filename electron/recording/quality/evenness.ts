import { dbPower, percentile, powerDb } from './decibel.ts';
import { FRAME_SECONDS } from './frame-levels.ts';
import { SPEECH } from './noise.ts';
import type { Span } from './span.ts';

/** How evenly loud somebody speaks. */
export interface Evenness {
  /** Between the quiet (10 %) and the loud (90 %) stretches of 3 s of speech, in dB. */
  readonly spread: number;
  /** From the first third to the last third of the speech, in dB; negative: it grows quieter. */
  readonly drift: number;
  /** Stretches far from the middle level. */
  readonly places: readonly Span[];
}

/** Frames of speech in a stretch (3 s), and how far one begins after the other. */
const STRETCH = 150;
const STEP = 50;
/** Further from the middle than this is a place to show, in dB. */
const FAR = 6;

/** Spread and drift of the speech level; undefined with less than 6 s of speech. `full` are levels of 20 ms frames. */
export function evennessOf(full: Float32Array, kinds: Uint8Array): Evenness | undefined {
  const speech: number[] = [];
  for (let i = 0; i < kinds.length; i++) if (kinds[i] === SPEECH) speech.push(i);
  if (speech.length < 2 * STRETCH) return undefined;
  const level = (from: number, to: number) => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += dbPower(full[speech[i] as number] as number);
    return powerDb(sum / (to - from));
  };
  const stretches = Array.from({ length: Math.floor((speech.length - STRETCH) / STEP) + 1 }, (_, i) => ({
    from: (speech[i * STEP] as number) * FRAME_SECONDS,
    to: ((speech[i * STEP + STRETCH - 1] as number) + 1) * FRAME_SECONDS,
    level: level(i * STEP, i * STEP + STRETCH),
  }));
  const levels = stretches.map((stretch) => stretch.level);
  const middle = percentile(levels, 0.5);
  const third = Math.floor(speech.length / 3);
  return {
    spread: percentile(levels, 0.9) - percentile(levels, 0.1),
    drift: level(speech.length - third, speech.length) - level(0, third),
    places: stretches
      .filter((stretch) => Math.abs(stretch.level - middle) > FAR)
      .map(({ from, to }) => ({ from, to })),
  };
}
