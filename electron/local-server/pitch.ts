/** Mono sound, −1…1. */
interface Sound {
  /** Hz. */
  readonly sampleRate: number;
  readonly samples: Float32Array;
}

/** The range of human speaking voices that is looked for, in Hz. */
const LOWEST_HZ = 60;
const HIGHEST_HZ = 400;

/** Sound is brought down to about this rate first: enough for 400 Hz, and quick. */
const WORKING_RATE = 8000;
const HOP_SECONDS = 0.02;

/** YIN's absolute threshold: a frame whose best dip stays above it is not voiced. 0.1 in the paper; rooms have noise. */
const VOICED_BELOW = 0.2;

/** Frames quieter than this (RMS of −50 dBFS) are not judged. */
const QUIET_RMS = 10 ** (-50 / 20);

/**
 * The fundamental frequency of each voiced frame, in Hz, one frame each 20 ms. YIN, steps 1–5: A. de Cheveigné and
 * H. Kawahara, "YIN, a fundamental frequency estimator for speech and music", J. Acoust. Soc. Am. 111 (2002): the
 * difference function d(τ) = Σ (x[j] − x[j+τ])² over one window, divided by its mean over 1…τ, first dip under the
 * threshold, refined by a parabola.
 */
export function voicedPitches(sound: Sound): readonly number[] {
  const { samples, sampleRate } = decimate(sound);
  const longest = Math.ceil(sampleRate / LOWEST_HZ);
  const shortest = Math.floor(sampleRate / HIGHEST_HZ);
  const window = longest * 2;
  const hop = Math.round(sampleRate * HOP_SECONDS);
  const pitches: number[] = [];
  for (let at = 0; at + window + longest + 1 < samples.length; at += hop) {
    if (rms(samples, at, window) < QUIET_RMS) continue;
    const difference = normalizedDifference({ samples, at, window, longest: longest + 1 });
    const period = firstDip(difference, shortest, longest);
    if (period !== undefined) pitches.push(sampleRate / period);
  }
  return pitches;
}

/** The middle value; of an even number the lower of the two. Undefined of none. */
export function median(values: readonly number[]): number | undefined {
  return [...values].sort((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}

/** Averages whole groups of samples: a plain low-pass, good enough below 400 Hz. */
function decimate({ samples, sampleRate }: Sound): Sound {
  const group = Math.max(1, Math.floor(sampleRate / WORKING_RATE));
  if (group === 1) return { samples, sampleRate };
  const fewer = new Float32Array(Math.floor(samples.length / group));
  for (let i = 0; i < fewer.length; i++) {
    let sum = 0;
    for (let j = 0; j < group; j++) sum += samples[i * group + j] ?? 0;
    fewer[i] = sum / group;
  }
  return { samples: fewer, sampleRate: sampleRate / group };
}

function rms(samples: Float32Array, at: number, length: number): number {
  let sum = 0;
  for (let i = at; i < at + length; i++) sum += (samples[i] ?? 0) ** 2;
  return Math.sqrt(sum / length);
}

function normalizedDifference({
  samples,
  at,
  window,
  longest,
}: {
  samples: Float32Array;
  at: number;
  window: number;
  longest: number;
}): Float32Array {
  const normalized = new Float32Array(longest + 1);
  normalized[0] = 1;
  let sum = 0;
  for (let lag = 1; lag <= longest; lag++) {
    let difference = 0;
    for (let j = at; j < at + window; j++) {
      const step = (samples[j] ?? 0) - (samples[j + lag] ?? 0);
      difference += step * step;
    }
    sum += difference;
    normalized[lag] = sum > 0 ? (difference * lag) / sum : 1;
  }
  return normalized;
}

/** The first lag whose dip lies under the threshold, followed to its bottom and refined; undefined where none does. */
function firstDip(difference: Float32Array, shortest: number, longest: number): number | undefined {
  for (let lag = shortest; lag <= longest; lag++) {
    if ((difference[lag] ?? 1) >= VOICED_BELOW) continue;
    while (lag < longest && (difference[lag + 1] ?? 1) < (difference[lag] ?? 1)) lag++;
    const [before = 1, here = 1, after = 1] = difference.subarray(lag - 1, lag + 2);
    const bend = before - 2 * here + after;
    return bend > 0 ? lag + (before - after) / (2 * bend) : lag;
  }
  return undefined;
}
