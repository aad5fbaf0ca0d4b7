/** How often each level was met, in steps of half a decibel: percentiles of a stream without keeping it. */
export interface LevelHistogram {
  /** Counts a level in dB; what is outside −100…+12 counts at that end. */
  add(db: number): void;
  /** Lets what was counted so far weigh less: `share` 0…1 of it is left. */
  fade(share: number): void;
  /** The level below which the share `rank` (0…1) lies, in dB; undefined while nothing was counted. */
  percentile(rank: number): number | undefined;
}

const LOWEST_DB = -100;
const STEPS_PER_DB = 2;
const BINS = (12 - LOWEST_DB) * STEPS_PER_DB;

export function createLevelHistogram(): LevelHistogram {
  const counts = new Float64Array(BINS);
  let total = 0;
  return {
    add(db) {
      const bin = Math.floor((db - LOWEST_DB) * STEPS_PER_DB);
      const at = Math.min(BINS - 1, Math.max(0, bin));
      counts[at] = (counts[at] as number) + 1;
      total++;
    },
    fade(share) {
      for (let i = 0; i < BINS; i++) counts[i] = (counts[i] as number) * share;
      total *= share;
    },
    percentile(rank) {
      if (total <= 0) return undefined;
      let left = rank * total;
      for (let i = 0; i < BINS; i++) {
        left -= counts[i] as number;
        if (left < 0) return LOWEST_DB + (i + 0.5) / STEPS_PER_DB;
      }
      return LOWEST_DB + BINS / STEPS_PER_DB;
    },
  };
}
