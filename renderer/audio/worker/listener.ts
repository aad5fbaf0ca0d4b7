import { type Coach, createCoach } from '../../../electron/recording/quality/coach.ts';
import { createRoomCheck, type RoomCheck } from '../../../electron/recording/quality/room-check.ts';
import { createBlockMaker } from './block-maker.ts';
import { measureBlock } from './measure.ts';
import {
  BLOCK_SECONDS,
  type FromWorker,
  PRE_ROLL_SECONDS,
  type RoomFigures,
  type SentenceRead,
  type TakeEnded,
} from './messages.ts';
import { createPreRoll } from './pre-roll.ts';
import { createRunningTake, type RunningTake } from './running-take.ts';

/** Below this nothing is there to hear, in dBFS of the peak: an open microphone in a quiet room stays above. */
const SILENT_DBFS = -80;

/** Listens to an open device, measures what it hears, and makes takes of it, one at a time. */
export interface Listener {
  /** Mono sound of the device, in order. */
  add(samples: Float32Array): void;
  /** Begins a take with what was heard last; what was in the take before it is not heard twice. `read`: what is read first. */
  begin(read?: SentenceRead): void;
  /** Listens to the room for three seconds; a take that begins meanwhile ends it. */
  checkRoom(): void;
  /** The take being recorded now; undefined where there is none. */
  take(): RunningTake | undefined;
  /** Drops the take as if it had not begun. */
  abandon(): void;
  /** The device gives no more. */
  gone(why: 'device-gone' | 'failed'): void;
}

/** `sampleRate` in Hz. */
export function createListener(sampleRate: number, tell: (message: FromWorker) => void): Listener {
  const before = createPreRoll(Math.round(sampleRate * PRE_ROLL_SECONDS));
  let take: RunningTake | undefined;
  let samples = 0;
  let silent = 0;
  let coach: Coach | undefined;
  let room: RoomCheck | undefined;

  /** What of the room there is to tell after this block; nothing more once it was told whole. */
  const hearRoom = (block: Float32Array): { room?: RoomFigures } => {
    if (!room) return {};
    room.add(block);
    const { progress, report } = room;
    if (report) room = undefined;
    return { room: { progress, ...(report && { report }) } };
  };

  const blocks = createBlockMaker(Math.round(sampleRate * BLOCK_SECONDS), (block) => {
    samples += block.length;
    const level = measureBlock(block);
    silent = level.peak < SILENT_DBFS ? silent + block.length : 0;
    const silentSeconds = silent / sampleRate;
    const hint = coach?.add(block) ?? null;
    const news = { ...hearRoom(block), ...(take && { take: take.news() }) };
    tell({ kind: 'heard', samples, ...level, silentSeconds, hint, ...news });
  });
  const onEnded = (ended: TakeEnded) => {
    take = undefined;
    coach = undefined;
    tell(ended);
  };

  tell({ kind: 'started', sampleRate });
  return {
    add(heard) {
      if (take) take.add(heard);
      else before.add(heard);
      blocks.add(heard);
    },
    begin(read) {
      if (take) return;
      room = undefined;
      coach = createCoach({ sampleRate });
      take = createRunningTake({ sampleRate, before: before.empty(), read, onEnded });
    },
    checkRoom() {
      if (!take) room = createRoomCheck({ sampleRate });
    },
    take: () => take,
    abandon() {
      take = undefined;
      coach = undefined;
    },
    gone(why) {
      take?.end(why);
      tell({ kind: 'gone', why });
    },
  };
}
