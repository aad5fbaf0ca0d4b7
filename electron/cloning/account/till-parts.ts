import type { Outcome } from '../../jobs/job.ts';
import type { Ledger } from './ledger.ts';
import type { PaidCall } from './paid-call.ts';
import type { PriceBook } from './price-book.ts';

/** How long a call of unclear end may still be charged, in milliseconds. */
export const WATCH_MS = 20_000;

/** What may be known and decided of the credits of a server. */
export interface CreditParts {
  readonly ledger: Ledger;
  readonly prices: PriceBook;
  /** What a training costs is known (anew). */
  readonly onMeasured?: () => void;
  /** The credits; null where the server does not say; an outcome where it cannot be asked now. Tells the account. */
  read(): Promise<number | null | Outcome<never>>;
  /** Why this call may not be paid for now; undefined where it may. */
  held(call: PaidCall): Outcome<never> | undefined;
  /** How many credits may still go before something holds this call; null: no limit. */
  room(call: PaidCall): number | null;
}

/** What a till needs of its server. */
export interface TillParts {
  /** Most calls at once. */
  readonly atOnce: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Absent: nothing is charged. */
  readonly credits?: CreditParts;
}
