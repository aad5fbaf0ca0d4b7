import type { Outcome } from '../../jobs/job.ts';
import type { PaidCall } from './paid-call.ts';

/** How a call at the till is over. `shared`: what the next ones would meet as well; they are turned back with it. */
export type CallEnd =
  | { readonly is: 'answered' }
  | { readonly is: 'not-made' }
  /** Certainly not carried out. `isBusy`: because the server has too much to do. */
  | { readonly is: 'refused'; readonly shared?: Outcome<never>; readonly isBusy?: boolean }
  /** `isAbandoned`: nobody waits for it any more, and nobody will repeat it. */
  | { readonly is: 'unclear'; readonly shared: Outcome<never>; readonly isAbandoned: boolean };

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
