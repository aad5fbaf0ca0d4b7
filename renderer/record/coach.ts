import type { LiveLevel } from '../audio/recorder.ts';

/** What the coach remembers of the last seconds. Times in milliseconds. */
export interface CoachMemory {
  readonly startedAt: number;
  /** When anything at all, and when speech of a good level, was last heard. */
  readonly soundAt: number;
  readonly speechAt: number;
  readonly clippedAt: number;
}

const SOUND_DBFS = -65;
const SPEECH_DBFS = -38;

export function coachAt(now: number): CoachMemory {
  return { startedAt: now, soundAt: now, speechAt: now, clippedAt: Number.NEGATIVE_INFINITY };
}

/** The memory after one more reading of the level. */
export function coachHears(memory: CoachMemory, level: LiveLevel, now: number): CoachMemory {
  return {
    startedAt: memory.startedAt,
    soundAt: level.peak > SOUND_DBFS ? now : memory.soundAt,
    speechAt: level.rms > SPEECH_DBFS ? now : memory.speechAt,
    clippedAt: level.clipped ? now : memory.clippedAt,
  };
}

/** The one hint that matters most now; null while all is well. */
export function coachHint(memory: CoachMemory, now: number): string | null {
  if (now - memory.soundAt > 1000) return 'No sound arrives. Check the microphone in Settings.';
  if (now - memory.clippedAt < 2500) return 'Too loud. Move back a little.';
  if (now - memory.speechAt > 3500) return 'Hard to hear. Speak up, or come closer.';
  return null;
}
