import { integratedLoudness } from '../../recording/quality/loudness.ts';
import { resample } from '../../recording/resample.ts';
import type { Pcm } from '../../recording/wav.ts';
import { fadeEdges, trimEdges } from './edges.ts';
import { gainTo, levelClip } from './level-clip.ts';

/** What is joined, in order. */
export type JoinPart =
  | {
      readonly is: 'clip';
      readonly load: () => Promise<Pcm> /** Silence behind it, in milliseconds. */;
      readonly gapMs: number;
    }
  | { readonly is: 'silence'; readonly ms: number };

export interface JoinOptions {
  /** Integrated loudness of the whole, LUFS; default −16 (speech on the web and in podcasts). */
  readonly loudness?: number;
  /** The highest true peak, dBTP; default −1. */
  readonly ceiling?: number;
  /** The rate in Hz for sound that has this one; default the same. The first clip's decides for all. */
  readonly rateFor?: (rate: number) => number;
}

/** The sound of one part, its silence behind it left out of `spoken`. */
export interface JoinedPart {
  /** Its place in `parts`. */
  readonly index: number;
  /** The part's sound and then silence. */
  readonly samples: Float32Array<ArrayBuffer>;
  /** How many of the samples are the part itself. */
  readonly spoken: number;
}

export interface Joint {
  readonly sampleRate: number;
  /** The parts in order, one at a time: a book needs no more memory than its longest sentence. */
  readonly parts: AsyncGenerator<JoinedPart>;
}

/** So much of the beginning is measured to find the correction for all of it, in seconds. */
const MEASURED_SECONDS = 300;

/**
 * Joins clips: over-long silence at their edges goes, each is brought to the same loudness with its true peaks under the
 * ceiling, is faded in and out, and followed by its gap. The whole has the loudness asked for to within ±0.5 LU.
 * Undefined where there is no clip. What `load` throws comes through.
 */
export async function joinClips(
  parts: readonly JoinPart[],
  options: JoinOptions = {},
): Promise<Joint | undefined> {
  const { loudness = -16, ceiling = -1 } = options;
  const first = parts.find((part) => part.is === 'clip');
  if (!first) return undefined;
  const firstSound = await first.load();
  const sampleRate = options.rateFor?.(firstSound.sampleRate) ?? firstSound.sampleRate;
  const usualGain = gainTo(firstSound.samples, firstSound.sampleRate, loudness) ?? 0;
  const render = { sampleRate, ceiling, loudness, usualGain };
  const correction = await missingLoudness(parts, render);
  const target = loudness + correction;
  return {
    sampleRate,
    parts: rendered(parts, { ...render, loudness: target, usualGain: usualGain + correction }),
  };
}

interface Render {
  readonly sampleRate: number;
  readonly loudness: number;
  readonly ceiling: number;
  readonly usualGain: number;
}

async function* rendered(parts: readonly JoinPart[], render: Render): AsyncGenerator<JoinedPart> {
  const { sampleRate } = render;
  for (const [index, part] of parts.entries()) {
    if (part.is === 'silence') {
      yield { index, samples: silence(part.ms, sampleRate), spoken: 0 };
      continue;
    }
    const clip = ready(await part.load(), render);
    const gap = index === parts.length - 1 ? 0 : Math.round((part.gapMs * sampleRate) / 1000);
    const samples = new Float32Array(clip.length + gap);
    samples.set(clip);
    yield { index, samples, spoken: clip.length };
    // Measuring and turning down a minute of sound takes a while: others have their turn in between.
    await new Promise<void>((resolve) => setImmediate(resolve));
  }
}

function ready(sound: Pcm, render: Render): Float32Array<ArrayBuffer> {
  const { sampleRate } = render;
  const trimmed = trimEdges(resample(sound.samples, sound.sampleRate, sampleRate), sampleRate);
  const levelled = levelClip(trimmed, sampleRate, render);
  const faded = levelled === sound.samples ? levelled.slice() : levelled;
  fadeEdges(faded, sampleRate);
  return faded;
}

function silence(ms: number, sampleRate: number): Float32Array<ArrayBuffer> {
  return new Float32Array(Math.round((ms * sampleRate) / 1000));
}

/** How much the joined beginning is off the loudness its clips were brought to, in LU: gaps and short clips count too. */
async function missingLoudness(parts: readonly JoinPart[], render: Render): Promise<number> {
  const blocks: Float32Array[] = [];
  let length = 0;
  for await (const { samples } of rendered(parts, render)) {
    blocks.push(samples);
    length += samples.length;
    if (length > MEASURED_SECONDS * render.sampleRate) break;
  }
  const whole = new Float32Array(length);
  let at = 0;
  for (const block of blocks) {
    whole.set(block, at);
    at += block.length;
  }
  const measured = integratedLoudness(whole, render.sampleRate);
  return measured === undefined ? 0 : render.loudness - measured;
}
