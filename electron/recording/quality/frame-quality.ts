import { countClipped } from './clipping.ts';
import { dbPower, powerDb } from './decibel.ts';
import { createFrameLevels, FRAME_SECONDS } from './frame-levels.ts';
import type { Span } from './span.ts';
import { speechSpansOf } from './speech-gate.ts';

/** What each tenth of a second of a sound is worth, for choosing its best part. */
export interface QualityFrames {
  /** Hz, and the number of samples looked at. */
  readonly sampleRate: number;
  readonly samples: number;
  /** Level of each 100 ms in dBFS (all above 15 Hz). */
  readonly level: Float32Array;
  /** The share of it that is speech, 0…1. */
  readonly speech: Float32Array;
  /** 1 where something is clipped. */
  readonly clipped: Uint8Array;
  /** The speech as spans in seconds, finer than the frames. */
  readonly spans: readonly Span[];
}

/** Looks at a sound that comes block by block, of any length: it keeps 100 numbers a second, not the sound. */
export interface FrameMeter {
  /** Adds a block of samples (−1…1) of any length. */
  add(block: Float32Array): void;
  /** What was heard; nothing may be added after. */
  finish(): QualityFrames;
}

export const QUALITY_FRAME_SECONDS = 0.1;
const FRAMES = Math.round(QUALITY_FRAME_SECONDS / FRAME_SECONDS);

/** `sampleRate` in Hz. */
export function createFrameMeter({ sampleRate }: { sampleRate: number }): FrameMeter {
  const full = createGrowing();
  const band = createGrowing();
  const clipped = createClipMarks(sampleRate);
  let samples = 0;
  const addLevels = createFrameLevels(sampleRate, (frame) => {
    full.add(frame.full);
    band.add(frame.band);
  });
  return {
    add(block) {
      samples += block.length;
      addLevels(block);
      clipped.add(block);
    },
    finish() {
      const levels = { full: full.values(), band: band.values() };
      const spans = speechSpansOf(levels);
      const count = Math.floor(levels.full.length / FRAMES);
      return {
        ...{ sampleRate, samples, spans },
        level: Float32Array.from({ length: count }, (_, i) => meanLevel(levels.full, i * FRAMES)),
        speech: speechShares(spans, count),
        clipped: clipped.finish(count),
      };
    },
  };
}

/** The same of a sound that is all there. */
export function frameQuality(samples: Float32Array, sampleRate: number): QualityFrames {
  const meter = createFrameMeter({ sampleRate });
  meter.add(samples);
  return meter.finish();
}

function meanLevel(levels: Float32Array, from: number): number {
  let sum = 0;
  for (let i = from; i < from + FRAMES; i++) sum += dbPower(levels[i] as number);
  return powerDb(sum / FRAMES);
}

function speechShares(spans: readonly Span[], count: number): Float32Array {
  const shares = new Float32Array(count);
  for (const span of spans) {
    const [from, to] = [span.from / QUALITY_FRAME_SECONDS, span.to / QUALITY_FRAME_SECONDS];
    for (let i = Math.floor(from); i < Math.min(count, Math.ceil(to)); i++)
      shares[i] = (shares[i] as number) + Math.min(to, i + 1) - Math.max(from, i);
  }
  return shares;
}

/** Marks frames in which something is clipped; clipping is told from a second of sound at a time. */
function createClipMarks(sampleRate: number) {
  const piece = new Float32Array(Math.max(1, Math.round(sampleRate)));
  const marks = new Set<number>();
  let filled = 0;
  let begun = 0;
  const look = () => {
    countClipped(piece.subarray(0, filled), (at) =>
      marks.add(Math.floor((begun + at) / sampleRate / QUALITY_FRAME_SECONDS)),
    );
    begun += filled;
    filled = 0;
  };
  return {
    add(block: Float32Array) {
      for (let at = 0; at < block.length; ) {
        const part = block.subarray(at, at + piece.length - filled);
        piece.set(part, filled);
        filled += part.length;
        at += part.length;
        if (filled === piece.length) look();
      }
    },
    finish(count: number) {
      look();
      return Uint8Array.from({ length: count }, (_, i) => (marks.has(i) ? 1 : 0));
    },
  };
}

/** A list of numbers that grows by doubling. */
function createGrowing() {
  let values = new Float32Array(1024);
  let length = 0;
  return {
    add(value: number) {
      if (length === values.length) {
        const longer = new Float32Array(2 * length);
        longer.set(values);
        values = longer;
      }
      values[length++] = value;
    },
    values: () => values.subarray(0, length),
  };
}
