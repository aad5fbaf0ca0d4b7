import { dbPower, FLOOR_DB, percentile, powerDb } from './decibel.ts';
import { FRAME_SECONDS } from './frame-levels.ts';

/** A frame quieter than this holds no noise of a room, but nothing at all (a hole, a muted microphone), in dBFS. */
const NOTHING_DBFS = -92;
/** Frames that are averaged before the middle one is taken (60 ms). */
const CHUNK = 3;
/** With fewer frames of pause than this, the quietest frames of all stand for them. */
const LEAST_FRAMES = 6;

/** What kind each 20 ms frame is. */
export const PAUSE = 0;
export const SPEECH = 1;
/** Near speech: breath, the room's answer. */
export const EDGE = 2;

/** Pieces this much louder than the quietest tenth are breath, clicks, the end of a word; as a ratio of powers (6 dB). */
const STEADY = 4;

/**
 * The room's noise in dBFS (all above 15 Hz): the mean power of the 60 ms pieces of the pauses, those left out that
 * are far above the quietest. `full` are levels of 20 ms frames. Without pauses, what the
 * quietest twentieth of the frames stays below. `FLOOR_DB` where nothing is heard in the pauses.
 */
export function noiseLevel(full: Float32Array, kinds: Uint8Array): number {
  const powers: number[] = [];
  for (let i = 0; i + CHUNK <= full.length; i++) {
    let [sum, usable] = [0, true];
    for (let k = i; k < i + CHUNK; k++) {
      usable &&= kinds[k] === PAUSE && (full[k] as number) > NOTHING_DBFS;
      sum += dbPower(full[k] as number);
    }
    if (usable) powers.push(sum / CHUNK);
  }
  if (powers.length >= LEAST_FRAMES) return powerDb(steadyMean(powers));
  const heard = full.filter((level) => level > NOTHING_DBFS);
  return heard.length > 0 ? percentile(heard, 0.05) : FLOOR_DB;
}

function steadyMean(powers: readonly number[]): number {
  const most = STEADY * percentile(powers, 0.1);
  const steady = powers.filter((power) => power <= most);
  return steady.reduce((sum, power) => sum + power, 0) / steady.length;
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
