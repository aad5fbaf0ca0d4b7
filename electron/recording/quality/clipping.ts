import type { Span } from './span.ts';

/** Samples cut off at the top. */
export interface Clipping {
  /** How many samples lie on a flat top. */
  readonly samples: number;
  /** Where, in seconds: each stretch of 100 ms in which some lie. */
  readonly places: readonly Span[];
}

/** The sound is looked at in pieces of this length, as each may have been scaled by its own amount; in seconds. */
const PIECE_SECONDS = 2;
/** So near to the highest value counts as equal, as a share of it; two steps of 16 bits at least. */
const EQUAL = 4e-4;
const STEP = 1 / 32_768;
/** A top is flat when it is so many samples long and its sides are this many times steeper than it. */
const LEAST_RUN = 3;
const SIDE = 3;
/** So many flat tops at one height are no chance. */
const LEAST_TOPS = 3;
/** A ceiling lower than this many times what counts as equal cannot be told from the steps of 16 bits. */
const LEAST_CEILING = 50;
const PLACE_SECONDS = 0.1;

/**
 * Finds clipping by its shape, at whatever height: several flat tops at the very same value, which is the highest of its
 * stretch, with steep sides. So it is found also after the sound was made quieter. A single sample at full scale is not
 * enough.
 */
export function findClipping(samples: Float32Array, sampleRate: number): Clipping {
  const piece = Math.max(16, Math.round(PIECE_SECONDS * sampleRate));
  const hits: number[] = [];
  let count = 0;
  for (let from = 0; from < samples.length; from += piece) {
    const part = samples.subarray(from, Math.min(samples.length, from + piece));
    count += countClipped(part, (at) => hits.push(from + at));
  }
  return { samples: count, places: placesOf(hits, sampleRate) };
}

/** Clipped samples in a piece of a second or two; `onTop` is told the first sample of each flat top. */
export function countClipped(piece: Float32Array, onTop: (at: number) => void): number {
  let highest = 0;
  let lowest = 0;
  for (let i = 0; i < piece.length; i++) {
    const sample = piece[i] as number;
    if (sample > highest) highest = sample;
    else if (sample < lowest) lowest = sample;
  }
  let count = 0;
  for (const tops of [flatTops(piece, 1, highest), flatTops(piece, -1, -lowest)])
    for (const { at, length } of tops) {
      count += length;
      onTop(at);
    }
  return count;
}

interface Top {
  readonly at: number;
  readonly length: number;
}

/**
 * Stretches at the ceiling, which is the highest value of `sign` times the samples; those of one or two samples count
 * once longer ones show that it is one.
 */
function flatTops(piece: Float32Array, sign: 1 | -1, ceiling: number): readonly Top[] {
  const near = Math.max(EQUAL * ceiling, 2 * STEP);
  if (ceiling < LEAST_CEILING * near) return [];
  const least = ceiling - near;
  const tops: Top[] = [];
  let flat = 0;
  for (let i = 0; i < piece.length; i++) {
    if (sign * (piece[i] as number) < least) continue;
    const at = i;
    while (i + 1 < piece.length && sign * (piece[i + 1] as number) >= least) i++;
    const length = i + 1 - at;
    const before = ceiling - sign * (piece[at - 1] ?? 0);
    const after = ceiling - sign * (piece[i + 1] ?? 0);
    if (length >= LEAST_RUN && Math.max(before, after) > SIDE * near) flat++;
    tops.push({ at, length });
  }
  return flat >= LEAST_TOPS ? tops : [];
}

function placesOf(hits: readonly number[], sampleRate: number): Span[] {
  const marks = [...new Set(hits.map((at) => Math.floor(at / sampleRate / PLACE_SECONDS)))].sort(
    (a, b) => a - b,
  );
  const places: { from: number; to: number }[] = [];
  for (const mark of marks) {
    const last = places.at(-1);
    const from = mark * PLACE_SECONDS;
    if (last && from - last.to < PLACE_SECONDS / 2) last.to = from + PLACE_SECONDS;
    else places.push({ from, to: from + PLACE_SECONDS });
  }
  return places;
}
