import { dbPower, percentile, powerDb } from './decibel.ts';
import { frameQuality, QUALITY_FRAME_SECONDS, type QualityFrames } from './frame-quality.ts';
import type { Span } from './span.ts';

/** A part of a sound: from this sample to before that one. */
export interface Excerpt {
  readonly from: number;
  readonly to: number;
}

type Sound =
  | { readonly samples: Float32Array; readonly sampleRate: number }
  | { readonly frames: QualityFrames };

/** Silence left before the first word and after the last, in seconds, at most half of the pause there. */
const MARGIN = 0.25;
/** A pause shorter than this is no place to cut, in seconds. */
const LEAST_PAUSE = 0.2;
/** So many ends are tried for each beginning, spread over the lengths allowed. */
const ENDS = 4;
/** Noise is looked at in pieces of 4 s; more than 40 dB of distance is no better. */
const FLOOR_FRAMES = 40;
const MOST_SNR = 40;

/**
 * The cleanest stretch of speech whose length lies within `seconds` (the model's sweet spot), begun and ended in pauses.
 * A sound that is shorter is given whole, trimmed to its speech. Undefined where there is no speech.
 */
export function suggestExcerpt(
  sound: Sound & { readonly seconds: { readonly from: number; readonly to: number } },
): Excerpt | undefined {
  const frames = 'frames' in sound ? sound.frames : frameQuality(sound.samples, sound.sampleRate);
  const total = frames.samples / frames.sampleRate;
  const [first, last] = [frames.spans[0], frames.spans.at(-1)];
  if (!first || !last) return undefined;
  const cuts = cutsOf(frames.spans, total);
  const { from: least, to: most } = sound.seconds;
  const begin = cuts[0] as number;
  const end = cuts.at(-1) as number;
  if (end - begin <= most) return inSamples({ from: begin, to: end }, frames);
  const best = bestOf(candidates(cuts, least, most), frames) ?? bestOf(sliding(begin, end, most), frames);
  return best && inSamples(best, frames);
}

function inSamples({ from, to }: Span, { sampleRate, samples }: QualityFrames): Excerpt {
  return { from: Math.round(from * sampleRate), to: Math.min(samples, Math.round(to * sampleRate)) };
}

/** Times at which the sound can be cut: near the words' end in each pause, and before the first and after the last word. */
function cutsOf(spans: readonly Span[], total: number): number[] {
  const cuts = [Math.max(0, (spans[0]?.from ?? 0) - MARGIN)];
  for (let i = 1; i < spans.length; i++) {
    const [end, begin] = [spans[i - 1]?.to ?? 0, spans[i]?.from ?? 0];
    const pause = begin - end;
    if (pause < LEAST_PAUSE) continue;
    const margin = Math.min(MARGIN, pause / 2);
    cuts.push(end + margin);
    if (pause > 2 * margin) cuts.push(begin - margin);
  }
  return [...cuts, Math.min(total, (spans.at(-1)?.to ?? total) + MARGIN)];
}

function candidates(cuts: readonly number[], least: number, most: number): Span[] {
  return cuts.flatMap((from, i) => {
    const ends: number[] = [];
    for (let k = i + 1; k < cuts.length && (cuts[k] as number) - from <= most; k++)
      if ((cuts[k] as number) - from >= least) ends.push(cuts[k] as number);
    const every = Math.max(1, Math.ceil(ends.length / ENDS));
    // Counted from the longest back: that one is always among them.
    return ends.filter((_, k) => (ends.length - 1 - k) % every === 0).map((to) => ({ from, to }));
  });
}

/** Where nobody pauses: every second, of full length. */
function sliding(begin: number, end: number, seconds: number): Span[] {
  const count = Math.max(1, Math.floor(end - begin - seconds) + 1);
  return Array.from({ length: count }, (_, i) => ({
    from: begin + i,
    to: Math.min(end, begin + i + seconds),
  }));
}

function bestOf(spans: readonly Span[], frames: QualityFrames): Span | undefined {
  const longest = spans.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  const floors = floorsOf(frames.level);
  let best: { readonly span: Span; readonly score: number } | undefined;
  for (const span of spans) {
    const score = scoreOf(span, frames, floors) + (0.5 * (span.to - span.from)) / longest;
    if (!best || score > best.score) best = { span, score };
  }
  return best?.span;
}

/** The quietest that it gets in each four seconds: the noise there, told apart from that of other places. */
function floorsOf(level: Float32Array): Float64Array {
  return Float64Array.from({ length: Math.ceil(level.length / FLOOR_FRAMES) }, (_, i) =>
    percentile(level.subarray(i * FLOOR_FRAMES, (i + 1) * FLOOR_FRAMES), 0.05),
  );
}

/** How good a stretch is; the differences count, not the number. */
function scoreOf(
  { from, to }: Span,
  { level, speech, clipped }: QualityFrames,
  floors: Float64Array,
): number {
  const first = Math.round(from / QUALITY_FRAME_SECONDS);
  const last = Math.min(level.length, Math.round(to / QUALITY_FRAME_SECONDS));
  const spoken: number[] = [];
  let talk = 0;
  let clips = 0;
  let pause = 0;
  let longest = 0;
  let noise = 0;
  for (let i = first; i < last; i++) {
    const share = speech[i] as number;
    talk += share;
    clips += clipped[i] as number;
    pause = share > 0.5 ? 0 : pause + QUALITY_FRAME_SECONDS;
    longest = Math.max(longest, pause);
    noise += (floors[Math.floor(i / FLOOR_FRAMES)] as number) / (last - first);
    if (share > 0.9) spoken.push(level[i] as number);
  }
  if (spoken.length === 0) return Number.NEGATIVE_INFINITY;
  const voice = powerDb(spoken.reduce((sum, db) => sum + dbPower(db), 0) / spoken.length);
  const spread = percentile(spoken, 0.75) - percentile(spoken, 0.25);
  return (
    (2 * talk) / (last - first) +
    Math.min(MOST_SNR, voice - noise) / 20 -
    Math.min(3, clips / 5) -
    Math.max(0, longest - 1) / 2 -
    spread / 20
  );
}
