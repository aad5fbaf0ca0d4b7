import { findClipping } from '../../recording/quality/clipping.ts';
import { judgePace, type VoicePace } from './voice-pace.ts';

/**
 * What a clip is flagged for, to be heard and perhaps redone: said too fast or too slowly for its text (words may be
 * missing or doubled), cut off at its end, distorted, or with a long hole in the middle.
 */
export const CLIP_DOUBTS = ['too-short', 'too-long', 'ends-abruptly', 'clipped', 'hole', 'silent'] as const;
export type ClipDoubt = (typeof CLIP_DOUBTS)[number];

/** A hole is this long or longer, in seconds; a full stop takes half a second. */
const HOLE_SECONDS = 1.5;
/** Levels below the clip's own loudest 20 ms, in dB: silence, and what an ending has faded to. */
export const SILENCE_DB = -45;
const ENDING_DB = -14;
export const FRAME_SECONDS = 0.02;

/** Where the sound of a clip begins and ends, in seconds; undefined where it has none. */
export function soundSpan(
  samples: Float32Array,
  sampleRate: number,
): { from: number; to: number } | undefined {
  const levels = frameLevels(samples, sampleRate);
  const from = levels.findIndex((level) => level > SILENCE_DB);
  if (from === -1) return undefined;
  return {
    from: from * FRAME_SECONDS,
    to: (levels.findLastIndex((level) => level > SILENCE_DB) + 1) * FRAME_SECONDS,
  };
}

/** Judges a clip as it came from the server, by its own sound and by the pace its voice is known to have. */
export function proofListen(clip: {
  readonly samples: Float32Array;
  readonly sampleRate: number;
  readonly text: string;
  readonly speed: number;
  readonly pace: VoicePace;
}): readonly ClipDoubt[] {
  const { samples, sampleRate, text, speed, pace } = clip;
  const span = soundSpan(samples, sampleRate);
  if (!span) return ['silent'];
  const levels = frameLevels(samples, sampleRate);
  const doubts: ClipDoubt[] = [];
  const judged = judgePace(pace, { text, speed, seconds: span.to - span.from });
  if (judged?.isOdd) doubts.push(judged.ratio > 1 ? 'too-short' : 'too-long');
  if (endsAbruptly(samples, sampleRate)) doubts.push('ends-abruptly');
  if (findClipping(samples, sampleRate).samples > 0) doubts.push('clipped');
  if (longestHole(levels) * FRAME_SECONDS >= HOLE_SECONDS) doubts.push('hole');
  return doubts;
}

/** Whether the very last 20 ms are nearly as loud as the loudest: speech dies away, a torn file does not. */
function endsAbruptly(samples: Float32Array, sampleRate: number): boolean {
  const frame = Math.round(FRAME_SECONDS * sampleRate);
  const ending = frameLevels(
    samples.subarray(Math.max(0, samples.length - frame)),
    sampleRate,
    highest(samples, frame),
  );
  return (ending[0] ?? SILENCE_DB) > ENDING_DB;
}

/** The longest stretch of silent frames with sound on both sides, in frames. */
function longestHole(levels: readonly number[]): number {
  let longest = 0;
  let last: number | undefined;
  for (const [i, level] of levels.entries()) {
    if (level <= SILENCE_DB) continue;
    if (last !== undefined) longest = Math.max(longest, i - last - 1);
    last = i;
  }
  return longest;
}

/** The level of each 20 ms, in dB below the loudest of them. */
export function frameLevels(samples: Float32Array, sampleRate: number, loudest?: number): readonly number[] {
  const frame = Math.round(FRAME_SECONDS * sampleRate);
  const top = loudest ?? highest(samples, frame);
  const levels: number[] = [];
  for (let at = 0; at < samples.length; at += frame)
    levels.push(top > 0 ? 20 * Math.log10(Math.max(rms(samples, at, at + frame) / top, 1e-9)) : -Infinity);
  return levels;
}

function highest(samples: Float32Array, frame: number): number {
  let top = 0;
  for (let at = 0; at < samples.length; at += frame) top = Math.max(top, rms(samples, at, at + frame));
  return top;
}

/** Of the samples from `from` up to `to`. By index: this is gone through for every clip, while others are spoken. */
function rms(samples: Float32Array, from: number, to: number): number {
  const end = Math.min(to, samples.length);
  let sum = 0;
  for (let i = from; i < end; i++) {
    const value = samples[i] ?? 0;
    sum += value * value;
  }
  return end <= from ? 0 : Math.sqrt(sum / (end - from));
}
