import { dbPower, FLOOR_DB, percentile, powerDb } from './decibel.ts';
import { FRAME_SECONDS } from './frame-levels.ts';

/** A frame quieter than this holds no noise of a room, but nothing at all (a hole, a muted microphone), in dBFS. */
const NOTHING_DBFS = -92;
/** Frames that are averaged (60 ms): a noise's own swing is smoothed, the gaps inside words are still seen. */
const SMOOTH = 3;
/** The search begins at the quietest fiftieth … */
const QUIETEST = 0.02;
/** … and takes in what is up to 1.5 dB above the mean of what it has, until that no longer moves. */
const ABOVE_MEAN = 1.4;
const ROUNDS = 8;

/** What kind each 20 ms frame is. */
export const PAUSE = 0;
export const SPEECH = 1;
/** Near speech: breath, the room's answer. */
export const EDGE = 2;

/**
 * The room's noise in dBFS (all above 15 Hz): the lowest level at which the sound stays, found by shifting a mean upwards
 * from the quietest moments (mean shift, Cheng 1995). A steady noise gathers within 2 dB, so the mean comes to rest on it;
 * breath, echoes and quiet speech are spread widely and hardly move it. Asks for no pauses: the gaps inside words will
 * do. `full` are levels of 20 ms frames. `FLOOR_DB` where nothing is heard.
 */
export function noiseLevel(full: Float32Array): number {
  const powers = smoothed(full.filter((level) => level > NOTHING_DBFS));
  if (powers.length === 0) return FLOOR_DB;
  let mean = percentile(powers, QUIETEST);
  for (let round = 0; round < ROUNDS; round++) {
    const near = powers.filter((power) => power <= ABOVE_MEAN * mean);
    mean = near.reduce((sum, power) => sum + power, 0) / near.length;
  }
  return powerDb(mean);
}

function smoothed(levels: Float32Array): Float64Array {
  const powers = Float64Array.from(levels, dbPower);
  const width = Math.min(SMOOTH, powers.length);
  return Float64Array.from({ length: powers.length - width + 1 }, (_, i) => {
    let sum = 0;
    for (let k = i; k < i + width; k++) sum += powers[k] as number;
    return sum / width;
  }).filter((power) => power > 0);
}

/** A level without something that was measured with it, both in dBFS; at least a thirtieth of the power is left. */
export function withoutPart(level: number, part: number): number {
  return powerDb(Math.max(dbPower(level) - dbPower(part), dbPower(level) / 30));
}

/** Frames of 20 ms as speech, edges of it (60 ms before, 160 ms after), and pauses. */
export function frameKinds(spans: readonly { from: number; to: number }[], frames: number): Uint8Array {
  const kinds = new Uint8Array(frames);
  const fill = (from: number, to: number, kind: number) => {
    const first = Math.max(0, Math.floor(from / FRAME_SECONDS + 0.5));
    kinds.fill(kind, Math.min(frames, first), Math.max(first, Math.floor(to / FRAME_SECONDS + 0.5)));
  };
  for (const { from, to } of spans) fill(from - 0.06, to + 0.16, EDGE);
  for (const { from, to } of spans) fill(from, to, SPEECH);
  return kinds;
}
