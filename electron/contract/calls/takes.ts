import type { TakePeaks } from '../../recording/peaks.ts';
import type { Take, TakeMark, TakeSpeech } from '../../recording/take.ts';
import type { Fault, Result } from '../../result.ts';

export interface BeginTake {
  /** What the device calls itself. */
  readonly device: string;
  /** Hz, as the first frame said. */
  readonly sampleRate: number;
  /** The first take of the session this one goes on with. */
  readonly sessionId?: string;
}

/** One block of sound from the capture worker to the main process, in order, over the take's own port. */
export interface FrameMessage {
  readonly kind: 'frames';
  /** Index of the first sample since the take began. */
  readonly first: number;
  /** Mono, −1…1. */
  readonly samples: Float32Array;
}
/** The reading of a sentence begins here; sent when the samples before it were. */
export interface MarkMessage extends TakeMark {
  readonly kind: 'mark';
}
/** The last message on the port: that many samples were sent in all. */
export interface EndMessage {
  readonly kind: 'end';
  readonly samples: number;
}
/** From main to the worker: the take is full or could not be written; recording must stop. */
export interface RefuseMessage {
  readonly kind: 'full' | 'broken';
}

/** Calls about recordings. */
export interface TakeCalls {
  /** Opens a take; its frames then travel over the port that `bridge.ts` hands over. */
  'take.begin': { ask: BeginTake; answer: Result<Take> };
  /** Closes the take once `samples` samples have arrived, and keeps it. */
  'take.stop': { ask: { readonly takeId: string; readonly samples: number }; answer: Result<Take> };
  'take.discard': { ask: { readonly takeId: string }; answer: Result<Take> };
  'take.restore': { ask: { readonly takeId: string }; answer: Result<Take> };
  /** A copy without its noise, as a take of its own; the one there is already where it was made before. */
  'take.clean': { ask: { readonly takeId: string }; answer: Result<Take> };
  /** What its course looks like, so that a long one is drawn without being fetched. */
  'take.peaks': { ask: { readonly takeId: string }; answer: Result<TakePeaks> };
}

export const takeCallNames: { readonly [N in keyof TakeCalls]: true } = {
  'take.begin': true,
  'take.stop': true,
  'take.discard': true,
  'take.restore': true,
  'take.clean': true,
  'take.peaks': true,
};

/** How much of a take is speech while it is being recorded. */
export interface TakeHeard {
  readonly takeId: string;
  /** Samples of speech so far; it never falls. */
  readonly speechSamples: number;
  /** `gate`: from here on by level alone. */
  readonly by: TakeSpeech['by'];
}

/** Events about recordings. */
export interface TakeEvents {
  'take.changed': Take;
  'take.gone': { readonly id: string };
  /** A take that was being recorded had to end; what arrived is kept. */
  'take.broken': { readonly id: string; readonly fault: Fault };
  /** At most four times a second while a take is recorded; the last word is the kept take's `speech`. */
  'take.heard': TakeHeard;
}

export const takeEventNames: { readonly [N in keyof TakeEvents]: true } = {
  'take.changed': true,
  'take.gone': true,
  'take.broken': true,
  'take.heard': true,
};
