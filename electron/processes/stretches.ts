/** How long long work keeps the thread at a stretch, in milliseconds: less than a frame, so that nobody sees it. */
const STRETCH_MS = 12;

/** Lets long work leave the thread to others now and then. */
export interface Stretches {
  /** Whether it has been kept for long enough; then await `rest()`. */
  isOver(): boolean;
  /** Lets everyone else have their turn, and begins the next stretch. */
  rest(): Promise<void>;
}

/** Stretches of at most about `ms` milliseconds, the first from now on. */
export function createStretches(ms = STRETCH_MS): Stretches {
  let began = performance.now();
  return {
    isOver: () => performance.now() - began >= ms,
    async rest() {
      await new Promise<void>((resolve) => setImmediate(resolve));
      began = performance.now();
    },
  };
}

/** Does `work` for each item in order; where that takes long, others have their turn in between. */
export async function eachInStretches<T>(
  items: readonly T[],
  work: (item: T, index: number) => void,
): Promise<void> {
  const stretches = createStretches();
  for (const [index, item] of items.entries()) {
    work(item, index);
    if (stretches.isOver()) await stretches.rest();
  }
}
