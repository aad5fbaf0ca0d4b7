/** The most a take is made louder or softer to match the others, in dB. More would raise its noise to where it is heard. */
export const MOST_GAIN_DB = 6;
/** No peak is raised above this, in dBFS. */
const PEAK_CEILING_DB = -1;
/** Differences below this are not heard and left alone, in dB. */
const LEAST_GAIN_DB = 0.5;

/** One take's share of a clip. */
export interface TakeLevel {
  readonly takeId: string;
  readonly samples: number;
  /** Active speech level, dBFS; undefined where nothing is spoken. */
  readonly level: number | undefined;
  /** Largest sample, 0…1. */
  readonly peak: number;
}

/** What was done to a take so that its level fits the others. */
export interface LevelMatch {
  readonly takeId: string;
  /** dB; 0 for the take the others follow. */
  readonly gain: number;
  /** More would have been needed. */
  readonly capped: boolean;
}

/**
 * Gains that bring every take to the active speech level of the one that gives most of the clip: within ±6 dB, and so
 * that no peak passes −1 dBFS.
 */
export function matchLevels(takes: readonly TakeLevel[]): readonly LevelMatch[] {
  const spoken = takes.filter(({ level }) => level !== undefined);
  const leader = spoken.reduce<TakeLevel | undefined>(
    (most, take) => (most === undefined || take.samples > most.samples ? take : most),
    undefined,
  );
  return takes.map(({ takeId, level, peak }) => {
    const wanted = level === undefined || leader?.level === undefined ? 0 : leader.level - level;
    if (Math.abs(wanted) < LEAST_GAIN_DB) return { takeId, gain: 0, capped: false };
    const room = Math.max(0, PEAK_CEILING_DB - 20 * Math.log10(Math.max(peak, 1e-6)));
    const gain = Math.min(wanted, room, MOST_GAIN_DB);
    const held = Math.max(gain, -MOST_GAIN_DB);
    return { takeId, gain: held, capped: Math.abs(held - wanted) > 0.1 };
  });
}
