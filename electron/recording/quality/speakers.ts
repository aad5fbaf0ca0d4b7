import { percentile } from './decibel.ts';
import { FRAME_SECONDS } from './frame-levels.ts';
import {
  addMoments,
  emptyMoments,
  gaussianOf,
  likelihood,
  logDeterminant,
  type Moments,
  momentsOf,
} from './gaussian.ts';
import { SPEECH } from './noise.ts';
import { joinSpans, type Span } from './span.ts';
import { MEL_BANDS, type Spectra } from './spectra.ts';

/** How many voices speak. */
export interface Speakers {
  /** 1, or 2 for more than one. */
  readonly count: 1 | 2;
  /** How sure that is, 0.5…1. */
  readonly confidence: number;
  /** Where the voice speaks that is heard less. */
  readonly places: readonly Span[];
}

/** Coefficients of the cepstrum, the first (the level) left out. */
const SIZE = 12;
/** Frames of a block (a second of speech): one block has one speaker. */
const BLOCK = 50;
/** Blocks that each voice must have, and that all must be. */
const LEAST_EACH = 3;
const LEAST_BLOCKS = 6;
/** Frames further below the loud ones than this say more of the room than of the voice, in dB. */
const BELOW_LOUD = 25;
const RIDGE = 1e-3;
const ROUNDS = 6;

/**
 * Whether one voice speaks or more. Two hypotheses are compared, as in speaker segmentation by the Bayesian information
 * criterion (Chen and Gopalakrishnan 1998): one Gaussian over the mel cepstra of all speech, or two, which share the
 * blocks either at one moment or by turns (reassigned until nothing changes). Their log-likelihood ratio for each frame
 * must beat a threshold that falls with the number of frames, as chance does. Undefined with under 6 s of speech.
 */
export function speakersIn(spectra: Spectra, levels: Float32Array, kinds: Uint8Array): Speakers | undefined {
  const frames = loudSpeech(levels, kinds);
  const blocks = blocksOf(spectra, frames);
  if (blocks.length < LEAST_BLOCKS) return undefined;
  const count = blocks.length * BLOCK;
  const total = blocks.reduce(addMoments, emptyMoments(SIZE));
  const whole = { blocks, total, ridge: ridgeOf(total) };
  const change = changePoint(whole);
  const turns = takeTurns(whole, change.split);
  const ratio = Math.max(change.gain / (0.42 + 300 / count), turns.gain / (0.47 + 260 / count));
  const chosen = change.gain >= turns.gain * 0.95 ? change : turns;
  const confidence = 1 - 0.5 * Math.exp(-3 * Math.abs(ratio - 1));
  if (ratio <= 1) return { count: 1, confidence, places: [] };
  return { count: 2, confidence, places: placesOf(chosen.split, frames) };
}

function loudSpeech(levels: Float32Array, kinds: Uint8Array): number[] {
  const speech = Array.from(kinds.keys()).filter((i) => kinds[i] === SPEECH);
  const least =
    percentile(
      speech.map((i) => levels[i] as number),
      0.95,
    ) - BELOW_LOUD;
  return speech.filter((i) => (levels[i] as number) > least);
}

function blocksOf({ bands }: Spectra, frames: readonly number[]): Moments[] {
  const cosines = Array.from({ length: SIZE }, (_, n) =>
    Float64Array.from(
      { length: MEL_BANDS },
      (_, band) => Math.sqrt(2 / MEL_BANDS) * Math.cos((Math.PI * (n + 1) * (band + 0.5)) / MEL_BANDS),
    ),
  );
  const cepstrum = (frame: number) =>
    Float64Array.from(cosines, (cosine) => {
      let sum = 0;
      for (let band = 0; band < MEL_BANDS; band++)
        sum += (bands[frame * MEL_BANDS + band] as number) * (cosine[band] as number);
      return sum;
    });
  return Array.from({ length: Math.floor(frames.length / BLOCK) }, (_, i) =>
    momentsOf(frames.slice(i * BLOCK, (i + 1) * BLOCK).map(cepstrum), SIZE),
  );
}

interface Whole {
  readonly blocks: readonly Moments[];
  readonly total: Moments;
  readonly ridge: number;
}

/** Which blocks the second voice has, and how much likelier that makes a frame (natural logarithm). */
interface Split {
  readonly split: readonly boolean[];
  readonly gain: number;
}

function ridgeOf({ count, sum, products }: Moments): number {
  let trace = 0;
  for (let i = 0; i < SIZE; i++)
    trace += (products[i * SIZE + i] as number) / count - ((sum[i] as number) / count) ** 2;
  return (RIDGE * trace) / SIZE + 1e-9;
}

function gainOf({ blocks, total, ridge }: Whole, split: readonly boolean[]): number {
  const [first, second] = sidesOf(blocks, split);
  const share = first.count / total.count;
  const apart = share * logDeterminant(first, ridge) + (1 - share) * logDeterminant(second, ridge);
  return 0.5 * (logDeterminant(total, ridge) - apart);
}

function sidesOf(blocks: readonly Moments[], split: readonly boolean[]): readonly [Moments, Moments] {
  const side = (second: boolean) =>
    blocks.filter((_, i) => split[i] === second).reduce(addMoments, emptyMoments(SIZE));
  return [side(false), side(true)];
}

/** The best single moment at which the voice changes, with a fifth of the speech on each side at least. */
function changePoint(whole: Whole): Split {
  const { length } = whole.blocks;
  const margin = Math.max(LEAST_EACH, Math.round(0.2 * length));
  let best: Split = { split: [], gain: Number.NEGATIVE_INFINITY };
  for (let at = margin; at <= length - margin; at++) {
    const split = whole.blocks.map((_, i) => i >= at);
    const gain = gainOf(whole, split);
    if (gain > best.gain) best = { split, gain };
  }
  return best;
}

/** Blocks given to whichever of two voices they fit better, their neighbours heard too, until nothing changes. */
function takeTurns(whole: Whole, from: readonly boolean[]): Split {
  let split = from;
  let best: Split = { split, gain: Number.NEGATIVE_INFINITY };
  for (let round = 0; round < ROUNDS; round++) {
    const inSecond = split.filter(Boolean).length;
    if (Math.min(inSecond, split.length - inSecond) < LEAST_EACH) break;
    const gain = gainOf(whole, split);
    if (gain > best.gain) best = { split, gain };
    const [first, second] = sidesOf(whole.blocks, split).map((side) => gaussianOf(side, whole.ridge));
    if (!first || !second) break;
    const fits = whole.blocks.map((block) => likelihood(second, block) - likelihood(first, block));
    split = fits.map((fit, i) => fit + 0.5 * ((fits[i - 1] ?? fit) + (fits[i + 1] ?? fit)) > 0);
  }
  return best;
}

function placesOf(split: readonly boolean[], frames: readonly number[]): Span[] {
  const fewer = split.filter(Boolean).length * 2 <= split.length;
  const spans = split.flatMap((second, i) => {
    if (second !== fewer) return [];
    const [first, last] = [frames[i * BLOCK] ?? 0, frames[(i + 1) * BLOCK - 1] ?? 0];
    return [{ from: first * FRAME_SECONDS, to: (last + 1) * FRAME_SECONDS }];
  });
  return joinSpans(spans, 1);
}
