import { truePeak } from '../../recording/quality/true-peak.ts';

/** How far ahead a peak is seen, in milliseconds: the gain goes down and up again over it. */
const LOOK_AHEAD_MS = 3;
/** Rounds to bring what lies between the samples under the ceiling; two are enough for speech. */
const ROUNDS = 6;

/**
 * Holds a sound under a ceiling (dBTP, below 0) by turning it down around its peaks and nowhere else; the same array
 * where nothing is over it.
 */
export function limitPeaks(
  samples: Float32Array<ArrayBuffer>,
  sampleRate: number,
  ceilingDb: number,
): Float32Array<ArrayBuffer> {
  let limited = samples;
  let ceiling = ceilingDb;
  for (let round = 0; round < ROUNDS; round++) {
    const over = truePeak(limited) - ceilingDb;
    if (over <= 0) return limited;
    // What stands between the samples is higher than they are: so much lower must they be.
    ceiling -= round === 0 ? 0 : over + 0.02;
    limited = turnedDown(
      samples,
      Math.max(1, Math.round((LOOK_AHEAD_MS * sampleRate) / 1000)),
      10 ** (ceiling / 20),
    );
  }
  const over = truePeak(limited) - ceilingDb;
  const gain = over > 0 ? 10 ** (-over / 20) : 1;
  return limited.map((value) => value * gain);
}

/** For each sample the least gain that any sample within reach needs, smoothed over the same reach. */
function turnedDown(samples: Float32Array, reach: number, ceiling: number): Float32Array<ArrayBuffer> {
  const needed = lowestAround(samples, reach, ceiling);
  const out = new Float32Array(samples.length);
  const width = 2 * reach + 1;
  let sum = 0;
  const at = (i: number): number => needed[Math.min(needed.length - 1, Math.max(0, i))] ?? 1;
  for (let i = -reach; i <= reach; i++) sum += at(i);
  for (let i = 0; i < samples.length; i++) {
    out[i] = (samples[i] as number) * Math.min(1, sum / width);
    sum += at(i + reach + 1) - at(i - reach);
  }
  return out;
}

/** The lowest gain needed within `reach` samples to each side, by a queue of falling candidates. */
function lowestAround(samples: Float32Array, reach: number, ceiling: number): Float64Array {
  const lowest = new Float64Array(samples.length);
  const queue = new Int32Array(samples.length);
  let tail = 0;
  let head = 0;
  const gainAt = (i: number): number => {
    const size = Math.abs(samples[i] as number);
    return size > ceiling ? ceiling / size : 1;
  };
  for (let i = 0; i < samples.length + reach; i++) {
    if (i < samples.length) {
      const gain = gainAt(i);
      while (tail > head && gainAt(queue[tail - 1] as number) >= gain) tail--;
      queue[tail++] = i;
    }
    const centre = i - reach;
    if (centre < 0) continue;
    while ((queue[head] as number) < centre - reach) head++;
    lowest[centre] = gainAt(queue[head] as number);
  }
  return lowest;
}
