import type { CoachHint } from '../../electron/recording/quality/coach-words.ts';
import { createPeakList, type PeakList, type PeakView } from './peak-list.ts';
import type { LiveLevel } from './recorder.ts';
import type { Heard, RoomFigures } from './worker/messages.ts';

const SILENT: LiveLevel = { rms: -Infinity, peak: -Infinity, clipped: false };
/** So long nothing may be heard before it is said, in seconds. */
const NO_SIGNAL_SECONDS = 1;

/** What the worker measured, for who draws. */
export interface Figures {
  level(): LiveLevel;
  noSignal(): boolean;
  /** What would help most now; null while all is well. */
  hint(): CoachHint | null;
  /** The last look at the room; null before the first, and once a take began. */
  room(): RoomFigures | null;
  peaks(): PeakView;
  hear(message: Heard): void;
  addPeaks(points: Float32Array): void;
  /** No sample comes although the microphone is open. */
  stall(): void;
  /** The microphone is open no more. */
  silence(): void;
  /** A take begins: its waveform is empty. */
  begin(): void;
}

export function createFigures(): Figures {
  let level = SILENT;
  let noSignal = false;
  let peaks: PeakList = createPeakList();
  let hint: CoachHint | null = null;
  let room: RoomFigures | null = null;
  return {
    level: () => level,
    noSignal: () => noSignal,
    hint: () => hint,
    room: () => room,
    peaks: () => peaks.view(),
    hear(message) {
      level = message;
      noSignal = message.silentSeconds >= NO_SIGNAL_SECONDS;
      hint = message.hint;
      room = message.room ?? room;
      if (message.take) peaks.add(message.take.peaks);
    },
    addPeaks: (points) => peaks.add(points),
    stall() {
      level = SILENT;
      noSignal = true;
    },
    silence() {
      level = SILENT;
      noSignal = false;
      hint = null;
      room = null;
    },
    begin() {
      room = null;
      peaks = createPeakList();
    },
  };
}
