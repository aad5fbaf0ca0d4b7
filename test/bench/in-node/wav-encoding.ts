import type { BitDepth } from '../../../electron/recording/take.ts';
import { decodeWav } from '../../../electron/recording/wav-read.ts';
import { ENCODERS, type Encode, SAMPLE_RATE } from './encoders.ts';

/** What this program prints: milliseconds of each round, and how far the samples lie apart. */
export interface EncodingTimes {
  readonly bitDepth: BitDepth;
  readonly times: Readonly<Record<string, readonly number[]>>;
  /** The farthest a sample of this encoder lies from Timbre's, in steps of the bit depth. */
  readonly farthest: Readonly<Record<string, number>>;
}

const SECONDS = 60;
const WARM_UP = 2;
const ROUNDS = 11;
/** An encoder that takes longer than this, in milliseconds, … */
const SLOW_MS = 300;
/** … is measured in so many rounds only: its ratio is plain, and the bench stays short. */
const SLOW_ROUNDS = 3;

process.stdout.write(JSON.stringify(([16, 24] as const).map((bitDepth) => timesAt(bitDepth))));

/** Every encoder once a round, so that a busy moment of the computer meets all of them. */
function timesAt(bitDepth: BitDepth): EncodingTimes {
  const samples = soundOf(SECONDS);
  const encoders = Object.entries(ENCODERS);
  const times: Record<string, number[]> = Object.fromEntries(encoders.map(([name]) => [name, []]));
  for (let round = -WARM_UP; round < ROUNDS; round++)
    for (const [name, encode] of encoders) {
      if (round >= SLOW_ROUNDS && (times[name]?.[0] ?? 0) > SLOW_MS) continue;
      const ms = timed(() => encode(samples, bitDepth));
      if (round >= 0) times[name]?.push(ms);
    }
  const ours = decoded(ENCODERS.timbre, samples, bitDepth);
  const farthest = encoders.map(([name, encode]) => [
    name,
    Math.round(distance(ours, decoded(encode, samples, bitDepth)) * 2 ** (bitDepth - 1)),
  ]);
  return { bitDepth, times, farthest: Object.fromEntries(farthest) };
}

function timed(work: () => unknown): number {
  // What one encoder left lying about is not cleared away in another one's time.
  globalThis.gc?.();
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

/**
 * A tone with noise, −6 dBFS at most: libraries that scale by 32,767 and cut off lie two steps away near full scale.
 * The noise comes from a linear congruential generator (Numerical Recipes), so that every run encodes the same.
 */
function soundOf(seconds: number): Float32Array {
  const samples = new Float32Array(seconds * SAMPLE_RATE);
  let seed = 1;
  for (let i = 0; i < samples.length; i++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    samples[i] = 0.4 * Math.sin((2 * Math.PI * 220 * i) / SAMPLE_RATE) + 0.1 * (seed / 2 ** 31 - 1);
  }
  return samples;
}

function decoded(encode: Encode, samples: Float32Array, bitDepth: BitDepth): Float32Array {
  const file = decodeWav(encode(samples, bitDepth));
  if (!file.ok || file.value.samples.length !== samples.length || file.value.bitDepth !== bitDepth)
    throw new Error(`no ${bitDepth}-bit WAV of ${samples.length} samples`);
  return file.value.samples;
}

function distance(a: Float32Array, b: Float32Array): number {
  let farthest = 0;
  for (let i = 0; i < a.length; i++) farthest = Math.max(farthest, Math.abs((a[i] ?? 0) - (b[i] ?? 0)));
  return farthest;
}
