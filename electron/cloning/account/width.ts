/** How many successes let one call more go at once, at first. */
const FIRST_PATIENCE = 4;
const MOST_PATIENCE = 256;
/** A refusal this soon after the one before (in times the patience) says that growing was too early; a later one nothing. */
const SOON = 4;

/** How many calls may go to a server at once: what it was said to take, less while it says that this is too many. */
export interface Width {
  now(): number;
  /** A call ended well. */
  worked(): void;
  /** The server was too busy for a call. `began`: what `refusals` said when the call began. */
  refused(began: number): void;
  /** How many refusals have narrowed it. */
  refusals(): number;
}

/**
 * A width of at most `full()`. A refusal halves it, the others of the same volley do not again; after some successes it
 * grows by one, and where that soon leads to the next refusal, it takes twice as many from then on.
 */
export function createWidth(full: () => number): Width {
  let width = Number.POSITIVE_INFINITY;
  let patience = FIRST_PATIENCE;
  let successes = 0;
  let sinceRefusal = Number.POSITIVE_INFINITY;
  let refusals = 0;
  const now = () => Math.max(1, Math.min(width, full()));
  return {
    now,
    refusals: () => refusals,
    worked() {
      sinceRefusal++;
      if (now() === full() || ++successes < patience) return;
      successes = 0;
      width = now() + 1;
    },
    refused(began) {
      if (began !== refusals) return;
      width = Math.ceil(now() / 2);
      successes = 0;
      const isSoon = sinceRefusal < SOON * patience;
      patience = isSoon ? Math.min(patience * 2, MOST_PATIENCE) : FIRST_PATIENCE;
      sinceRefusal = 0;
      refusals++;
    },
  };
}
