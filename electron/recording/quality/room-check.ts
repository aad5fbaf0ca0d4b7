import { percentile } from './decibel.ts';
import { createFrameLevels } from './frame-levels.ts';
import type { Hum } from './hum-lines.ts';
import { createHumWatch } from './hum-watch.ts';

export const ROOM_CODES = ['quiet', 'no-signal', 'unsteady', 'hum', 'noisy'] as const;
/** What is to be said of a room; the words are in `coach-words.ts`. */
export type RoomCode = (typeof ROOM_CODES)[number];

/** What a room sounds like while nobody speaks. */
export interface RoomReport {
  /** Level of the room in dBFS (RMS, all above 15 Hz). */
  readonly noise: number;
  /** A mains hum in it, if there is one. */
  readonly hum: Hum | undefined;
  readonly verdict: 'good' | 'fair' | 'poor';
  readonly code: RoomCode;
}

/** Listens to the room for three seconds before a take. */
export interface RoomCheck {
  /** Adds a block; what comes after the three seconds is not heard. */
  add(block: Float32Array): void;
  /** How far it is, 0…1. */
  readonly progress: number;
  /** Undefined until it is done. */
  readonly report: RoomReport | undefined;
}

export const ROOM_CHECK_SECONDS = 3;
/** Below this the microphone gives nothing, in dBFS. */
const NO_SIGNAL = -80;
/** Above these the room is no longer good, or poor, in dBFS: a voice at −22 would stand 26 and 18 dB above it. */
const FAIR = -48;
const POOR = -40;
/** A hum louder than these is heard beside a voice, in dBFS. */
const FAIR_HUM = -62;
const POOR_HUM = -45;
/** Between quiet and loud moments of a room in which nobody speaks lie fewer dB than this. */
const STEADY = 14;
/** The first moments are left out: the click of a button, the microphone waking, in frames of 20 ms. */
const SKIPPED = 10;

/** `sampleRate` in Hz. */
export function createRoomCheck({ sampleRate }: { sampleRate: number }): RoomCheck {
  const levels: number[] = [];
  const watch = createHumWatch({ sampleRate });
  const total = Math.round(ROOM_CHECK_SECONDS * sampleRate);
  const addLevels = createFrameLevels(sampleRate, ({ full }) => levels.push(full));
  let heard = 0;
  let report: RoomReport | undefined;
  return {
    add(block) {
      if (report) return;
      const part = block.subarray(0, total - heard);
      addLevels(part);
      watch.add(part, true);
      heard += part.length;
      if (heard >= total) report = reportOf(levels.slice(SKIPPED), watch.hum);
    },
    get progress() {
      return heard / total;
    },
    get report() {
      return report;
    },
  };
}

function reportOf(levels: readonly number[], hum: Hum | undefined): RoomReport {
  const noise = Math.round(percentile(levels, 0.6) * 10) / 10;
  const make = (verdict: RoomReport['verdict'], code: RoomCode) => ({ noise, hum, verdict, code });
  if (percentile(levels, 0.9) < NO_SIGNAL) return make('poor', 'no-signal');
  const loud = percentile(levels, 0.95);
  if (loud > FAIR && loud - percentile(levels, 0.2) > STEADY) return make('fair', 'unsteady');
  const humLevel = hum?.level ?? Number.NEGATIVE_INFINITY;
  // A hum is named before the noise of which it is the greater part.
  if (humLevel > POOR_HUM) return make('poor', 'hum');
  if (noise > POOR) return make('poor', 'noisy');
  if (humLevel > FAIR_HUM && (humLevel > noise - 6 || noise <= FAIR)) return make('fair', 'hum');
  return noise > FAIR ? make('fair', 'noisy') : make('good', 'quiet');
}
