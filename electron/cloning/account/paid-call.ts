/** A call that has words spoken, as the account sees it. */
export interface PaidCall {
  /** The id of the job that makes it. */
  readonly id: string;
  readonly model: string;
  /** 0.5–2. */
  readonly speed: number;
  /** Characters of the text that is sent (UTF-16 units). */
  readonly characters: number;
  /** The batch it is for. */
  readonly batchId?: string;
}

/** What an account had while nothing was under way on it. */
export interface Reading {
  /** Milliseconds since 1970, never the same twice on a server; what was read later has a larger one. */
  readonly at: number;
  /** Null: this server does not say. */
  readonly coins: number | null;
}

/** A call that was made: the last reading before it, and how it ended. */
export interface KnownCall extends PaidCall {
  /** When it was asked for, milliseconds since 1970. */
  readonly at: number;
  readonly reading: Reading;
  readonly end: 'open' | 'answered' | 'unclear';
}

/** What is known when it is judged whether a call was charged; nothing is under way then. */
export interface Evidence {
  /** The credits now; null: the server does not say. */
  readonly coins: number | null;
  /** All calls that are known, the judged one among them. */
  readonly calls: readonly KnownCall[];
  /** The least that a call can have cost, 0 where nothing is known. */
  readonly bound: (call: PaidCall) => number;
}

/**
 * Whether it is certain that a call of unclear end was not charged: so little went since the reading before it that the
 * calls which were answered since, and one of the unclear ones, would have cost more. Where less went than the answered
 * ones cost, the books do not add up (credits were bought, prices changed), and nothing is certain.
 */
export function isUnpaid({ reading }: KnownCall, { coins, calls, bound }: Evidence): boolean {
  if (reading.coins === null || coins === null) return false;
  const gone = reading.coins - coins;
  const since = calls.filter((call) => call.reading.at >= reading.at);
  const answered = since.filter(({ end }) => end === 'answered').reduce((sum, call) => sum + bound(call), 0);
  const leastUnclear = Math.min(...since.filter(({ end }) => end === 'unclear').map(bound));
  if (gone === 0 && answered === 0) return true;
  return gone >= answered && gone < answered + leastUnclear;
}
