const firstMs = 1_000;
const longestMs = 30_000;
/** How far the jitter reaches to each side, as a share of the delay. */
const jitter = 0.2;

/** What the delay before the next try depends on. */
export interface BackOffFacts {
  /** Tries in a row that ended in waiting before this one, 0 or more. */
  readonly tries: number;
  /** 0–1; 0.5 means no jitter. */
  readonly random: number;
  /** Never shorter than this, in milliseconds: what the server asked for. */
  readonly atLeastMs?: number;
}

/**
 * Milliseconds to wait before the next try: 1 s · 2^tries, at most 30 s, ±20 % so that many jobs that failed together
 * do not come back together. A longer wait that was asked for is kept, and is not cut at 30 s.
 */
export function backOffMs(facts: BackOffFacts): number {
  const plain = Math.min(firstMs * 2 ** Math.max(0, facts.tries), longestMs);
  const spread = 1 + jitter * (2 * facts.random - 1);
  return Math.max(Math.round(plain * spread), facts.atLeastMs ?? 0);
}
