import { dbPower, powerDb } from './decibel.ts';
import { createFrameLevels, FRAME_SECONDS, type FrameLevel } from './frame-levels.ts';
import { createLevelHistogram, type LevelHistogram } from './level-histogram.ts';
import type { Span } from './span.ts';

/** Tells speech from pauses by level alone, while the sound comes in. */
export interface SpeechGate {
  /** Adds a block of samples (−1…1) of any length. */
  add(block: Float32Array): void;
  /** Seconds heard so far, and how much of them was speech. */
  readonly seconds: number;
  readonly speechSeconds: number;
  /** Whether somebody speaks now. */
  readonly speaking: boolean;
  /** What was speech so far, in order; the last is still open while `speaking`. */
  readonly spans: readonly Span[];
}

/** What the gate makes of 20 ms of sound. */
export interface GateFrame extends FrameLevel {
  /** Whether it is as loud as speech, and whether somebody speaks: also in the short silences between sounds. */
  readonly loud: boolean;
  readonly speaking: boolean;
}

/** Speech stands this far above the noise, in dB … */
const ABOVE_NOISE = 6;
/** … and not further than this below the loud part of the speech … */
const BELOW_LOUD = 28;
/** … and not below this, in dBFS. */
const LEAST = -66;
/** Speech that has begun goes on down to this much below, in dB. */
const HYSTERESIS = 3;
/** Below this there is no sound at all (a hole, a muted microphone): it says nothing of the room's noise. */
const NOTHING = -92;
/** A shorter silence is part of the speech, in frames (200 ms); what is shorter than 100 ms is a click. */
const BRIDGE = 10;
const LEAST_FRAMES = 5;
/** Added before and after, in frames: soft beginnings and ends. */
const BEFORE = 2;
const AFTER = 3;
/** Levels are smoothed over so many frames. */
const SMOOTH = 3;
/** What is left of a level's weight after a second of a live sound (a half-life of 14 s). */
const FADE_PER_SECOND = 0.95;
/** A sound that is all there is judged in pieces of half a minute, with a quarter before and after; a minute at once. */
const PIECE = 1500;
const FRAMES_PER_SECOND = Math.round(1 / FRAME_SECONDS);

/**
 * A gate on the level of 150–4000 Hz: open 6 dB above the noise (10th percentile of the levels) and within 28 dB of the
 * loud part (95th), as ITU-T P.56 counts what is within a margin of the speech. It knows nothing of voices: steady
 * sound is noise to it, unsteady noise is speech.
 */
export function createSpeechGate({
  sampleRate,
  onFrame,
}: {
  readonly sampleRate: number;
  /** Told of each 20 ms in order. */
  readonly onFrame?: (frame: GateFrame) => void;
}): SpeechGate {
  const histogram = createLevelHistogram();
  const smooth = createSmoother();
  const spans = createSpans();
  let frames = 0;
  const levels = createFrameLevels(sampleRate, (frame) => {
    const level = smooth(frame.band);
    if (frame.full > NOTHING) histogram.add(level);
    if (frames % FRAMES_PER_SECOND === 0) histogram.fade(FADE_PER_SECOND);
    const loud = level > thresholdOf(histogram) - (spans.open ? HYSTERESIS : 0);
    spans.add(loud);
    frames++;
    onFrame?.({ ...frame, loud, speaking: spans.open });
  });
  return {
    add: levels,
    get seconds() {
      return frames * FRAME_SECONDS;
    },
    get speechSeconds() {
      return spans.frames * FRAME_SECONDS;
    },
    get speaking() {
      return spans.open;
    },
    get spans() {
      return spans.list();
    },
  };
}

/** The same gate over levels that are all there: the thresholds are those of the minute around. */
export function speechSpansOf({ full, band }: { full: Float32Array; band: Float32Array }): readonly Span[] {
  const smooth = createSmoother();
  const levels = band.map(smooth);
  const spans = createSpans();
  for (let from = 0; from < levels.length; from += PIECE) {
    const histogram = createLevelHistogram();
    const around = levels.length <= 2 * PIECE ? levels.length : PIECE / 2;
    const [first, last] = [Math.max(0, from - around), Math.min(levels.length, from + PIECE + around)];
    for (let i = first; i < last; i++) if ((full[i] as number) > NOTHING) histogram.add(levels[i] as number);
    const threshold = thresholdOf(histogram);
    for (const level of levels.subarray(from, from + PIECE))
      spans.add(level > threshold - (spans.open ? HYSTERESIS : 0));
  }
  return spans.list();
}

function thresholdOf(histogram: LevelHistogram): number {
  const noise = histogram.percentile(0.1) ?? 0;
  const loud = histogram.percentile(0.95) ?? 0;
  return Math.max(noise + ABOVE_NOISE, loud - BELOW_LOUD, LEAST);
}

/** Mean power of the last frames, in dB. */
function createSmoother(): (db: FrameLevel['band']) => number {
  const last = new Float64Array(SMOOTH);
  let at = 0;
  return (db) => {
    last[at++ % SMOOTH] = dbPower(db);
    return powerDb(last.reduce((sum, power) => sum + power, 0) / Math.min(at, SMOOTH));
  };
}

/** Gathers frames that are speech into spans: silences up to 200 ms are bridged, clicks left out, edges widened. */
function createSpans() {
  const closed: { from: number; to: number }[] = [];
  let begun = 0;
  let last = Number.NEGATIVE_INFINITY;
  let at = 0;
  let counted = 0;
  const isOpen = () => at - last <= BRIDGE;
  const current = () => ({ from: Math.max(0, begun - BEFORE), to: Math.min(at, last + 1 + AFTER) });
  const isWord = () => last - begun + 1 >= LEAST_FRAMES;
  return {
    add(speech: boolean) {
      at++;
      if (speech) {
        if (at - 1 - last > BRIDGE) begun = at - 1;
        last = at - 1;
      } else if (at - last === BRIDGE + 1 && isWord()) {
        const span = current();
        closed.push(span);
        counted += span.to - span.from;
      }
    },
    get open() {
      return isOpen() && isWord();
    },
    get frames() {
      const now = isOpen() && isWord() ? current() : { from: 0, to: 0 };
      return counted + now.to - now.from;
    },
    list(): Span[] {
      const all = isOpen() && isWord() ? [...closed, current()] : closed;
      return all.map(({ from, to }) => ({ from: from * FRAME_SECONDS, to: to * FRAME_SECONDS }));
    },
  };
}
