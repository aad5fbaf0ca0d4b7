/** How a recording compares with the sound that was played to it, both at the same rate. */
export interface Comparison {
  /** Where the played sound begins in the recording, in samples; negative: its beginning is missing. */
  readonly lag: number;
  /** Correlation over everything that overlaps, 0…1. */
  readonly correlation: number;
  /** Samples by which each half second with sound in it lies elsewhere than `lag`: 0 everywhere means none was lost. */
  readonly slips: readonly number[];
  /** The worst correlation of any half second. */
  readonly worst: number;
  /** Samples that overlap. */
  readonly overlap: number;
}

const SEARCH = 4096;
/** The device's and our 16 bits each round once. */
const SAME = 2.5 / 32_768;

/** Aligns by the recording's loudest stretch, then looks at each half second (`rate` / 2 samples) by itself. */
export function compare(recorded: Float32Array, played: Float32Array, rate: number): Comparison {
  const lag = -findLag(played, recorded, loudestStretch(recorded, SEARCH));
  const from = Math.max(0, lag);
  const to = Math.min(recorded.length, lag + played.length);
  const half = Math.round(rate / 2);
  const slips: number[] = [];
  let worst = 1;
  for (let at = from; at + half <= to; at += half) {
    const heard = recorded.subarray(at, at + half);
    if (energy(heard) / half < 1e-6) continue;
    slips.push(slipOf(heard, played, at - lag));
    worst = Math.min(worst, correlate(heard, played.subarray(at - lag, at - lag + half)));
  }
  const correlation = correlate(recorded.subarray(from, to), played.subarray(from - lag, to - lag));
  return { lag, correlation, slips, worst, overlap: to - from };
}

/** How a recording lies in what was played where it was paused once. All in samples. */
export interface Joined {
  /** From the beginning on so many are the played ones, one after the other … */
  readonly before: number;
  /** … and so many up to the end. */
  readonly after: number;
  /** What was played and is not there in between. */
  readonly leftOut: number;
}

/** Aligns beginning and end each by its loudest stretch of `probe` samples, and follows both to where they meet. */
export function compareJoined(recorded: Float32Array, played: Float32Array, probe: number): Joined {
  const head = recorded.subarray(0, probe);
  const tail = recorded.subarray(recorded.length - probe);
  const headAt = findLag(played, head, loudestStretch(head, SEARCH));
  const tailAt = findLag(played, tail, loudestStretch(tail, SEARCH)) + probe - recorded.length;
  const isSame = (i: number, shift: number) =>
    Math.abs((recorded[i] ?? 0) - (played[i + shift] ?? 0)) <= SAME;
  let before = 0;
  while (before < recorded.length && isSame(before, headAt)) before++;
  let after = 0;
  while (after < recorded.length && isSame(recorded.length - 1 - after, tailAt)) after++;
  return { before, after, leftOut: tailAt - headAt };
}

/** How far from its place this piece fits best, within 60 ms at 48 kHz. */
function slipOf(piece: Float32Array, played: Float32Array, place: number): number {
  const start = loudestStretch(piece, 1024);
  const probe = piece.subarray(start, start + 1024);
  let best = 0;
  let bestFit = -1;
  for (let shift = -2880; shift <= 2880; shift++) {
    const at = place + start + shift;
    if (at < 0 || at + probe.length > played.length) continue;
    const fit = correlate(probe, played.subarray(at, at + probe.length));
    if (fit > bestFit + 1e-9) [best, bestFit] = [shift, fit];
  }
  return best;
}

/** Where the beginning of `part` lies in `whole`, by the stretch of it that begins at `start`. */
function findLag(whole: Float32Array, part: Float32Array, start: number): number {
  const probe = part.subarray(start, start + SEARCH);
  let best = 0;
  let bestFit = -1;
  for (let at = 0; at + SEARCH <= whole.length; at++) {
    // A cheap look first: whole correlations only where the two are alike.
    const fit = correlate(whole.subarray(at, at + 64), probe.subarray(0, 64));
    if (fit < 0.9) continue;
    const long = correlate(whole.subarray(at, at + SEARCH), probe);
    if (long > bestFit) [best, bestFit] = [at, long];
  }
  return best - start;
}

function loudestStretch(samples: Float32Array, length: number): number {
  let best = 0;
  let most = -1;
  for (let at = 0; at + length <= samples.length; at += Math.floor(length / 2)) {
    const sum = energy(samples.subarray(at, at + length));
    if (sum > most) [best, most] = [at, sum];
  }
  return best;
}

function energy(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return sum;
}

function correlate(a: Float32Array, b: Float32Array): number {
  let ab = 0;
  let aa = 0;
  let bb = 0;
  for (let i = 0; i < a.length; i++) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    ab += x * y;
    aa += x * x;
    bb += y * y;
  }
  return aa > 0 && bb > 0 ? ab / Math.sqrt(aa * bb) : 0;
}
