import type { Biquad } from './biquad.ts';
import { percentile } from './decibel.ts';

/** Loudness of a mono signal after ITU-R BS.1770-5 and EBU R 128, in LUFS (one channel of weight 1). */
export interface Loudness {
  /** The whole, gated; undefined where nothing is above −70 LUFS or less than 400 ms are there. */
  readonly integrated: number | undefined;
  /** Highest value of the 400 ms window, and of the 3 s window; undefined where no window is full. */
  readonly maxMomentary: number | undefined;
  readonly maxShortTerm: number | undefined;
  /** Loudness range after EBU Tech 3342, in LU; undefined where no 3 s are full. */
  readonly range: number | undefined;
}

/** Steps of the sliding windows, a second (BS.1770: 75 % overlap of 400 ms blocks; Tech 3342: at least 66 % of 3 s). */
const STEPS_PER_SECOND = 10;
const MOMENTARY_STEPS = 4;
const SHORT_TERM_STEPS = 30;
const OFFSET = -0.691;
const ABSOLUTE_GATE = -70;

/** Integrated loudness in LUFS, gated at −70 LUFS and 10 LU below (BS.1770-5 §5); undefined for silence or under 400 ms. */
export function integratedLoudness(samples: Float32Array, sampleRate: number): number | undefined {
  return gatedLoudness(slidingPowers(stepPowers(samples, sampleRate), MOMENTARY_STEPS), -10);
}

/** Everything R 128 asks for, of a mono signal at any rate. */
export function measureLoudness(samples: Float32Array, sampleRate: number): Loudness {
  const steps = stepPowers(samples, sampleRate);
  const momentary = slidingPowers(steps, MOMENTARY_STEPS);
  const shortTerm = slidingPowers(steps, SHORT_TERM_STEPS);
  return {
    integrated: gatedLoudness(momentary, -10),
    maxMomentary: highest(momentary),
    maxShortTerm: highest(shortTerm),
    range: rangeOf(shortTerm),
  };
}

/** The loudness of each full window of `seconds` (0.4 momentary, 3 short-term), one every 100 ms, in LUFS. */
export function slidingLoudness(samples: Float32Array, sampleRate: number, seconds: 0.4 | 3): Float64Array {
  const windows = slidingPowers(stepPowers(samples, sampleRate), Math.round(seconds * STEPS_PER_SECOND));
  return windows.map(toLufs);
}

/**
 * The two filters of BS.1770 for any rate: the published 48 kHz coefficients traced back to their analogue prototypes
 * (a shelf of +4 dB at 1.7 kHz, a high pass at 38 Hz), as libebur128 does.
 */
export function kWeighting(sampleRate: number): readonly [shelf: Biquad, highPass: Biquad] {
  const k = Math.tan((Math.PI * 1681.974450955533) / sampleRate);
  const gain = 10 ** (3.999843853973347 / 20);
  const bend = gain ** 0.4996667741545416;
  const q = 0.7071752369554196;
  const a0 = 1 + k / q + k * k;
  const shelf = {
    b0: (gain + (bend * k) / q + k * k) / a0,
    b1: (2 * (k * k - gain)) / a0,
    b2: (gain - (bend * k) / q + k * k) / a0,
    a1: (2 * (k * k - 1)) / a0,
    a2: (1 - k / q + k * k) / a0,
  };
  const h = Math.tan((Math.PI * 38.13547087602444) / sampleRate);
  const hq = 0.5003270373238773;
  const h0 = 1 + h / hq + h * h;
  // Not scaled by h0: BS.1770 gives 1, −2, 1.
  return [shelf, { b0: 1, b1: -2, b2: 1, a1: (2 * (h * h - 1)) / h0, a2: (1 - h / hq + h * h) / h0 }];
}

/** Mean square of the weighted signal in each 100 ms; what is left at the end is not counted. */
function stepPowers(samples: Float32Array, sampleRate: number): Float64Array {
  const [f, g] = kWeighting(sampleRate);
  const step = sampleRate / STEPS_PER_SECOND;
  const powers = new Float64Array(Math.max(0, Math.floor(samples.length / step + 1e-9)));
  let f1 = 0;
  let f2 = 0;
  let g1 = 0;
  let g2 = 0;
  for (let block = 0, i = 0; block < powers.length; block++) {
    const end = Math.round((block + 1) * step);
    const count = end - i;
    let sum = 0;
    for (; i < end; i++) {
      const given = samples[i] as number;
      const x = given - given === 0 ? given : 0;
      const y = f.b0 * x + f1;
      f1 = f.b1 * x - f.a1 * y + f2;
      f2 = f.b2 * x - f.a2 * y;
      const z = y + g1;
      g1 = g2 - 2 * y - g.a1 * z;
      g2 = y - g.a2 * z;
      sum += z * z;
    }
    powers[block] = sum / count;
  }
  return powers;
}

function slidingPowers(steps: Float64Array, width: number): Float64Array {
  const windows = new Float64Array(Math.max(0, steps.length - width + 1));
  for (let at = 0; at < windows.length; at++) {
    let sum = 0;
    for (let i = at; i < at + width; i++) sum += steps[i] as number;
    windows[at] = sum / width;
  }
  return windows;
}

function toLufs(power: number): number {
  return OFFSET + 10 * Math.log10(power);
}

function highest(windows: Float64Array): number | undefined {
  const most = windows.reduce((high, power) => Math.max(high, power), 0);
  return most > 0 ? toLufs(most) : undefined;
}

/** Mean power above −70 LUFS, and of that above the mean less `relative` LU. */
function aboveGates(windows: Float64Array, relative: number): Float64Array {
  const loud = windows.filter((power) => toLufs(power) > ABSOLUTE_GATE);
  const gate = toLufs(mean(loud)) + relative;
  return loud.filter((power) => toLufs(power) > gate);
}

function gatedLoudness(windows: Float64Array, relative: number): number | undefined {
  const kept = aboveGates(windows, relative);
  return kept.length > 0 ? toLufs(mean(kept)) : undefined;
}

/** EBU Tech 3342: the spread between the 10th and the 95th percentile of short-term loudness above −20 LU. */
function rangeOf(shortTerm: Float64Array): number | undefined {
  const kept = aboveGates(shortTerm, -20).map(toLufs);
  return kept.length > 0 ? percentile(kept, 0.95) - percentile(kept, 0.1) : undefined;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
