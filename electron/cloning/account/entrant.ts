import type { JobDesk, Outcome } from '../../jobs/job.ts';
import type { PaidCall, Reading } from './paid-call.ts';

/** What of a job's desk is needed. */
export type Desk = Pick<JobDesk, 'signal' | 'sleep'>;

/** How a call at the till is over. `isShared`: the next ones would meet the same; they are turned back. */
export type CallEnd =
  | { readonly is: 'answered' }
  | { readonly is: 'not-made' }
  /** Certainly not carried out. `isBusy`: because the server has too much to do. */
  | { readonly is: 'refused'; readonly isShared: boolean; readonly isBusy: boolean }
  /** `isAbandoned`: nobody waits for it any more, and nobody will repeat it. */
  | { readonly is: 'unclear'; readonly isAbandoned: boolean };

/** A call's place at the till, from when it may be noted until it is over. */
export interface Place {
  /** What has to be noted on disk before the call. */
  readonly reading: Reading;
  /** Resolves when the call may be made: with nothing, or with why it is not to be made now. */
  turn(): Promise<Outcome<never> | undefined>;
  /** To be called in every case. */
  over(end: CallEnd): void;
}

/** A call on its way past the till. */
export interface Entrant {
  readonly call: PaidCall;
  /** It was made before: no ceiling keeps it. */
  readonly evenIfHeld: boolean;
  /** Whether it is made with nothing beside it, to see what it costs. */
  isAlone: boolean;
  /** It is noted: only a slot is missing. */
  isReady: boolean;
  /** How often the server had been too busy when it began. */
  refusals: number;
  /** Why it is not to be made now. */
  back: Outcome<never> | undefined;
  /** Wakes whoever waits for it to be called up (first) or for its turn. */
  wake(): void;
}

/** Not now, and for no fault of the server: the process closes, or the job was canceled. */
export const notNow: Outcome<never> = { is: 'waiting', why: 'network' };
