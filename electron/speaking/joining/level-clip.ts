import { integratedLoudness } from '../../recording/quality/loudness.ts';
import { limitPeaks } from './limit-peaks.ts';

export interface LevelTarget {
  /** LUFS. */
  readonly loudness: number;
  /** dBTP. */
  readonly ceiling: number;
}

/** A clip is made louder by this at most, in dB: beyond, its noise would be what is heard. */
const MOST_GAIN_DB = 24;
/** Encoders and other meters find peaks that ours, at four times the rate, reads up to this too low; in dB. */
const HEADROOM_DB = 0.5;
/** Near enough, in LU; and rounds to get there, as holding the peaks down makes a clip quieter again. */
const NEAR = 0.1;
const ROUNDS = 5;

/** The gain that brings a clip to the target, in dB; undefined for silence and for less than 400 ms. */
export function gainTo(samples: Float32Array, sampleRate: number, loudness: number): number | undefined {
  const now = integratedLoudness(samples, sampleRate);
  return now === undefined ? undefined : Math.min(loudness - now, MOST_GAIN_DB);
}

/**
 * The clip at the target loudness, its true peaks under the ceiling. `usualGain` (dB) is for a clip too short to be
 * measured: what its neighbours got.
 */
export function levelClip(
  samples: Float32Array<ArrayBuffer>,
  sampleRate: number,
  target: LevelTarget & { readonly usualGain: number },
): Float32Array<ArrayBuffer> {
  const first = gainTo(samples, sampleRate, target.loudness);
  let gain = first ?? target.usualGain;
  const ceiling = target.ceiling - HEADROOM_DB;
  let levelled = limitPeaks(amplified(samples, gain), sampleRate, ceiling);
  for (let round = 0; first !== undefined && round < ROUNDS; round++) {
    const missing = gainTo(levelled, sampleRate, target.loudness) ?? 0;
    if (Math.abs(missing) <= NEAR || gain + missing > MOST_GAIN_DB) break;
    gain += missing;
    levelled = limitPeaks(amplified(samples, gain), sampleRate, ceiling);
  }
  return levelled;
}

function amplified(samples: Float32Array<ArrayBuffer>, gainDb: number): Float32Array<ArrayBuffer> {
  const gain = 10 ** (gainDb / 20);
  return samples.map((value) => value * gain);
}
