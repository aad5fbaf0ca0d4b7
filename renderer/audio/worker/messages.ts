import type { CoachHint } from '../../../electron/recording/quality/coach-words.ts';
import type { RoomReport } from '../../../electron/recording/quality/room-check.ts';
import type { TakeMark } from '../../../electron/recording/take.ts';

/** A sentence of the script (−1 the consent), and its words where it is one. */
export type SentenceRead = Omit<TakeMark, 'at'>;

/** From the page to the capture worker. */
export type ToWorker =
  | {
      /** Begins to listen: the readable of a MediaStreamTrackProcessor, transferred. */
      readonly kind: 'listen';
      readonly frames: ReadableStream<unknown>;
    }
  /** A take begins, with the last second before this; its sound waits for `connect`. `read`: what is read first. */
  | { readonly kind: 'begin'; readonly read?: SentenceRead }
  /** The take's sound goes to this port, from its first sample on, in order. */
  | { readonly kind: 'connect'; readonly port: MessagePort }
  /** There will be no port: the take that began is dropped. */
  | { readonly kind: 'abandon' }
  /** What is heard from here on is not kept, until `resume`. */
  | { readonly kind: 'pause' }
  | { readonly kind: 'resume' }
  /** The reading of this sentence begins at the next sample. */
  | { readonly kind: 'mark'; readonly read: SentenceRead }
  /** Three seconds of the room are listened to, in which nobody speaks. */
  | { readonly kind: 'room' }
  /** The take ends after a tail of half a second. Listening goes on. */
  | { readonly kind: 'stop' }
  /** The take ends here, for the device gives no more of it for now. Listening goes on. */
  | { readonly kind: 'cut' }
  /** The device is lost: the take ends here, and so does listening. */
  | { readonly kind: 'lose' };

/** From the capture worker to the page. */
export type FromWorker =
  /** The first real samples are here. `sampleRate` in Hz. */
  | { readonly kind: 'started'; readonly sampleRate: number }
  | Heard
  /** No sample came for a second. */
  | { readonly kind: 'stalled' }
  /** The take is whole: no more of it will come. */
  | TakeEnded
  /** The device gives no more sound: it went away, or the worker itself failed. */
  | { readonly kind: 'gone'; readonly why: 'device-gone' | 'failed' };

/** What was heard in the last 50 ms. */
export interface Heard {
  readonly kind: 'heard';
  /** Samples since the device was opened. */
  readonly samples: number;
  /** Level: RMS and sample peak in dBFS, whether a sample touched full scale. */
  readonly rms: number;
  readonly peak: number;
  readonly clipped: boolean;
  /** For how many seconds there has been nothing to hear, 0 while there is. */
  readonly silentSeconds: number;
  /** Of the take, where there is one: samples so far, and new points of its waveform. */
  readonly take?: { readonly samples: number; readonly peaks: Float32Array };
  /** What would help most now, where a take runs and something would. */
  readonly hint: CoachHint | null;
  /** While the room is listened to: how far it is, 0…1, and at the end what it is like. */
  readonly room?: RoomFigures;
}

/** A look at the room, under way or done. */
export interface RoomFigures {
  readonly progress: number;
  readonly report?: RoomReport;
}

export interface TakeEnded {
  readonly kind: 'ended';
  /** Asked to, the device went away, main has the most it takes, main could not write, the worker itself failed. */
  readonly why: 'asked' | 'device-gone' | 'full' | 'broken' | 'failed';
  readonly samples: number;
  /** The last points of its waveform. */
  readonly peaks: Float32Array;
}

/** Points of the live waveform per second, 0…1. */
export const PEAKS_PER_SECOND = 50;
/** One message carries this much sound, in seconds: it bounds what a kill can cost. */
export const BLOCK_SECONDS = 0.05;
/** So much of what was heard before it becomes the beginning of a take, in seconds. */
export const PRE_ROLL_SECONDS = 1;
/** So much is kept after Stop, in seconds. */
export const TAIL_SECONDS = 0.5;
