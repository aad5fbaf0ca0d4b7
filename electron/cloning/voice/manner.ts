/** The slowest and the fastest speed that A2E takes (`speechRate`) [seen]. */
export const SPEED_RANGE = { from: 0.5, to: 2 } as const;

/** How a word is to be said. */
export interface Pronunciation {
  readonly word: string;
  /** What is sent in its place. */
  readonly spoken: string;
}

/** How a voice speaks unless it is told otherwise. */
export interface Manner {
  /** 0.5–2; absent: 1. */
  readonly speed?: number;
  readonly pronunciations?: readonly Pronunciation[];
}

/** Most entries of one pronunciation list. */
export const MOST_PRONUNCIATIONS = 2000;

/** Without spaces around, none without a word, each word once: the first of it counts. */
export function tidyPronunciations(list: readonly Pronunciation[]): readonly Pronunciation[] {
  const first = new Map<string, Pronunciation>();
  for (const entry of list) {
    const word = entry.word.trim().normalize('NFC');
    if (word !== '' && !first.has(word)) first.set(word, { word, spoken: entry.spoken.trim() });
  }
  return [...first.values()].slice(0, MOST_PRONUNCIATIONS);
}
