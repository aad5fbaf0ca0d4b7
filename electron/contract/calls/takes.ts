import type { Take } from '../../recording/take.ts';
import type { Fault, Result } from '../../result.ts';

export interface BeginTake {
  /** What the device calls itself. */
  readonly device: string;
  /** Hz, as the first frame said. */
  readonly sampleRate: number;
}

/** One block of sound from the capture worker to the main process, in order, over the take's own port. */
export interface FrameMessage {
  readonly kind: 'frames';
  /** Index of the first sample since the take began. */
  readonly first: number;
  /** Mono, −1…1. */
  readonly samples: Float32Array;
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
}

export const takeCallNames: { readonly [N in keyof TakeCalls]: true } = {
  'take.begin': true,
  'take.stop': true,
  'take.discard': true,
  'take.restore': true,
};

/** Events about recordings. */
export interface TakeEvents {
  'take.changed': Take;
  'take.gone': { readonly id: string };
  /** A take that was being recorded had to end; what arrived is kept. */
  'take.broken': { readonly id: string; readonly fault: Fault };
}

export const takeEventNames: { readonly [N in keyof TakeEvents]: true } = {
  'take.changed': true,
  'take.gone': true,
  'take.broken': true,
};
