/** One of the voices that are compared, and the line it says. */
export interface ComparedVoice {
  readonly voiceId: string;
  readonly clipId: string;
  readonly jobId: string;
}

/** The speaker's own words for the same line, which no voice was made of. */
export interface OwnLine {
  readonly seconds: number;
  /** Integrated loudness (EBU R 128), LUFS; absent where it is too short or too quiet to be told. */
  readonly loudness?: number;
}

/** Voices compared blind, by one line. Times are milliseconds since 1970. */
export interface Comparison {
  readonly id: string;
  readonly createdAt: number;
  readonly text: string;
  /** In an order drawn by lot: the first is A. */
  readonly voices: readonly ComparedVoice[];
  readonly own?: OwnLine;
  /** Ids, the likest first: there once the person has decided, and only then are names told. */
  readonly ranking?: readonly string[];
}

/** A, B, C… */
export function letterOf(index: number): string {
  return String.fromCharCode(65 + index);
}

/**
 * How much each sound is turned down so that all are as loud as the quietest, in dB, ≤ 0; none is turned up, so none is
 * clipped. One whose loudness is not known is left as it is.
 */
export function matchedGains(loudness: readonly (number | undefined)[]): readonly number[] {
  const known = loudness.filter((one) => one !== undefined);
  const quietest = Math.min(...known);
  return loudness.map((one) => (one === undefined ? 0 : quietest - one));
}

/** A gain in dB as the volume of a player, 0…1. */
export function volumeOf(gain: number): number {
  return Math.min(1, 10 ** (gain / 20));
}

/** In an order drawn by lot (Fisher and Yates). `random` answers 0 ≤ x < 1. */
export function drawnByLot<T>(list: readonly T[], random: () => number): readonly T[] {
  const drawn = [...list];
  for (let last = drawn.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [drawn[last], drawn[other]];
    if (a === undefined || b === undefined) continue;
    drawn[last] = b;
    drawn[other] = a;
  }
  return drawn;
}
