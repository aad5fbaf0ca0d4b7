import { amplitudeDb, FLOOR_DB } from './decibel.ts';

/** How loud somebody speaks, pauses left out. */
export interface ActiveLevel {
  /** Active speech level in dBFS (RMS; a full-scale square wave is 0). */
  readonly level: number;
  /** The share of the time in which there is speech, 0…1. */
  readonly activity: number;
}

const THRESHOLDS = 23;
const TIME_CONSTANT = 0.03;
const HANGOVER_SECONDS = 0.2;
const MARGIN_DB = 15.9;

/**
 * Active speech level after ITU-T P.56 method B: the envelope (two exponential averages of 30 ms) is counted against
 * thresholds a factor of 2 apart with a hangover of 200 ms; the level is that of the threshold 15.9 dB below it,
 * interpolated. Undefined where nothing is active.
 */
export function activeSpeechLevel(samples: Float32Array, sampleRate: number): ActiveLevel | undefined {
  const counted = countActivity(samples, sampleRate);
  if (!(counted.energy > 0)) return undefined;
  let before: { level: number; gap: number } | undefined;
  for (let j = 0; j < THRESHOLDS; j++) {
    const active = counted.active[j] as number;
    if (active === 0) return undefined;
    const level = 10 * Math.log10(counted.energy / active);
    const gap = level - amplitudeDb(LEVELS[j] as number);
    if (gap <= MARGIN_DB) {
      const exact = before ? interpolate(before, { level, gap }) : level;
      if (exact <= FLOOR_DB) return undefined;
      return { level: exact, activity: counted.energy / samples.length / 10 ** (exact / 10) };
    }
    before = { level, gap };
  }
  return undefined;
}

/** From 2^−23 to 2^−1 of full scale. */
const LEVELS = Float64Array.from({ length: THRESHOLDS }, (_, j) => 2 ** (j - THRESHOLDS));

/** The envelope is followed in steps of a millisecond: its time constant is thirty times that. */
function countActivity(samples: Float32Array, sampleRate: number) {
  const step = Math.max(1, Math.round(sampleRate / 1000));
  const keep = Math.exp(-step / (TIME_CONSTANT * sampleRate));
  const hangover = Math.round((HANGOVER_SECONDS * sampleRate) / step);
  const active = new Float64Array(THRESHOLDS);
  const quiet = new Int32Array(THRESHOLDS).fill(hangover);
  const offset = meanOf(samples);
  let first = 0;
  let envelope = 0;
  let energy = 0;
  for (let i = 0; i < samples.length; ) {
    const end = Math.min(samples.length, i + step);
    const count = end - i;
    let size = 0;
    for (; i < end; i++) {
      const x = (samples[i] as number) - offset;
      energy += x * x;
      size += Math.abs(x);
    }
    first = keep * first + (1 - keep) * (size / count);
    envelope = keep * envelope + (1 - keep) * first;
    for (let j = 0; j < THRESHOLDS; j++) {
      if (envelope >= (LEVELS[j] as number)) quiet[j] = 0;
      else if ((quiet[j] as number) < hangover) quiet[j] = (quiet[j] as number) + 1;
      else continue;
      active[j] = (active[j] as number) + count;
    }
  }
  return { active, energy };
}

function meanOf(samples: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < samples.length; i++) sum += samples[i] as number;
  return sum / Math.max(1, samples.length);
}

/** Where the gap between level and threshold is just the margin, between two thresholds. */
function interpolate(low: { level: number; gap: number }, high: { level: number; gap: number }): number {
  const share = (low.gap - MARGIN_DB) / (low.gap - high.gap);
  return low.level + share * (high.level - low.level);
}
