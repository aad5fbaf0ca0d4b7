import type { CoachHint } from '../../electron/recording/quality/coach-words.ts';
import type { Fault } from '../../electron/result.ts';
import type { Microphone, OpenDevice } from './device.ts';
import type { PeakView } from './peak-list.ts';
import type { RoomFigures, SentenceRead } from './worker/messages.ts';

/** What is with the take. */
export type RecorderState =
  | { readonly is: 'idle' }
  /** For the microphone; it is being opened. */
  | { readonly is: 'asking' }
  /** Counting down, `left` seconds; samples flow already. */
  | { readonly is: 'counting'; readonly left: number }
  | { readonly is: 'starting' }
  | Running<'recording'>
  | Running<'paused'>
  /** The tail of half a second, and the last writes. */
  | { readonly is: 'stopping'; readonly takeId: string }
  | Interrupted
  | { readonly is: 'failed'; readonly fault: Fault };

interface Running<Is> {
  readonly is: Is;
  readonly takeId: string;
  /** Of the take, the second before its start among them and pauses not. */
  readonly samples: number;
  readonly sampleRate: number;
  readonly sessionId: string;
}

/** The microphone went away mid-take. The part so far is kept; `continueWith` goes on, `stop` leaves it at that. */
export interface Interrupted {
  readonly is: 'interrupted';
  readonly takeId: string;
  readonly sessionId: string;
  /** Unplugged or let go by the system, or shut off in the system or on the device. */
  readonly why: 'gone' | 'muted';
  readonly fault: Fault;
  /** What one can go on with now; follows plugging in and out, and has the same microphone when it is back. */
  readonly others: readonly Microphone[];
}

/** What is with the microphone, take or no take. */
export type StreamState =
  | { readonly is: 'closed' }
  | { readonly is: 'opening' }
  /** Its samples flow, unless the system shut it off (`muted`). */
  | { readonly is: 'open'; readonly device: OpenDevice; readonly muted: boolean }
  /** It is tried again when a microphone is plugged in or allowed. */
  | { readonly is: 'failed'; readonly fault: Fault };

/** Level of the last 50 ms. */
export interface LiveLevel {
  /** dBFS. */
  readonly rms: number;
  /** dBFS. */
  readonly peak: number;
  /** A sample touched full scale. */
  readonly clipped: boolean;
}

export interface RecordAsk {
  /** Null: the system's default. */
  readonly deviceId: string | null;
  /** The first take of the session it goes on with; without one it is the first of a new one. */
  readonly sessionId?: string;
  /** What is read first, counted from 0; −1 is the statement of consent. */
  readonly read?: SentenceRead;
  /** Seconds to count down, once samples flow. */
  readonly countdown?: number;
}

/**
 * Recording as the window sees it. `subscribe` tells of changes of both states; level, peaks and the samples in the
 * state are there to be polled. What is asked at the wrong moment is not done.
 */
export interface Recorder {
  state(): RecorderState;
  stream(): StreamState;
  /** Of the open microphone, before, during and after a take. */
  level(): LiveLevel;
  /** The microphone is open and nothing has been heard for a second: it is shut off, or not the right one. */
  noSignal(): boolean;
  /** What would help most now, while something is recorded; null while all is well. */
  hint(): CoachHint | null;
  /** Listens to the room for three seconds, in which nobody speaks; `room` tells. Nothing where no microphone is open. */
  checkRoom(): void;
  /** The last look at the room; null before the first, and once a take began. */
  room(): RoomFigures | null;
  /** The waveform so far of the take recorded now or last: the first `count` of `values`, 0…1, `perSecond` a second. */
  peaks(): PeakView & { readonly takeId?: string };
  /** Opens the microphone and keeps it open: the record screen is there. Another device replaces it after the take. */
  open(deviceId: string | null): Promise<void>;
  /** The record screen is left: closes the microphone as soon as nothing is recorded. */
  close(): void;
  /** Records, from up to a second before this on; opens the microphone where it is not. Resolves when it does or has failed. */
  record(ask: RecordAsk): Promise<void>;
  /** After an interruption: the next take of the same session, on this microphone, in the same sentence. */
  continueWith(deviceId: string | null): Promise<void>;
  pause(): void;
  resume(): void;
  /** The reading of this sentence begins now. */
  mark(read: SentenceRead): void;
  /** Stops and keeps, with half a second more; resolves when the take is closed. Ends a countdown, too. */
  stop(): Promise<void>;
  /** Answers the undo. */
  subscribe(listener: () => void): () => void;
}
