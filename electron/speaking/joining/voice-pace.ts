import { UNSPACED } from '../text/language-of-script.ts';

/**
 * How fast a voice speaks, from the clips it made: running mean and spread of the logarithm of characters a second
 * (Welford), at speed 1. Kept per voice.
 */
export interface VoicePace {
  readonly clips: number;
  /** Of the natural logarithms. */
  readonly mean: number;
  /** Sum of squared distances from the mean. */
  readonly spread: number;
}

export const NO_PACE: VoicePace = { clips: 0, mean: 0, spread: 0 };

/** A clip with fewer characters says little about pace: it is half silence. */
export const LEAST_CHARACTERS = 12;

export interface PacedClip {
  readonly text: string;
  /** Seconds from the first to the last sound. */
  readonly seconds: number;
  /** 0.5–2. */
  readonly speed: number;
}

/** What of a text takes time to say: graphemes that are letters or digits, those of Chinese or Japanese counted as two. */
export function spokenCharacters(text: string): number {
  let count = 0;
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(text))
    if (/[\p{L}\p{N}]/u.test(segment)) count += UNSPACED.test(segment) && /\p{Lo}/u.test(segment) ? 2 : 1;
  return count;
}

/** The pace with one more clip in it; unchanged for a clip that says little. */
export function addToPace(pace: VoicePace, clip: PacedClip): VoicePace {
  const rate = rateOf(clip);
  if (rate === undefined) return pace;
  const clips = pace.clips + 1;
  const mean = pace.mean + (rate - pace.mean) / clips;
  return { clips, mean, spread: pace.spread + (rate - pace.mean) * (rate - mean) };
}

/** How many times slower (below 1) or faster (above 1) than usual a clip is, and whether that is odd for this voice. */
export function judgePace(
  pace: VoicePace,
  clip: PacedClip,
): { readonly ratio: number; readonly isOdd: boolean } | undefined {
  const rate = rateOf(clip);
  if (rate === undefined || pace.clips < LEAST_CLIPS) return undefined;
  const deviation = Math.sqrt(pace.spread / (pace.clips - 1));
  const distance = rate - pace.mean;
  return { ratio: Math.exp(distance), isOdd: Math.abs(distance) > Math.max(LEAST_DISTANCE, 4 * deviation) };
}

/** Before so many clips a voice's pace is not known. */
const LEAST_CLIPS = 5;
/** A clip within 1.6 times the usual pace is never odd: sentences differ. */
const LEAST_DISTANCE = Math.log(1.6);

function rateOf({ text, seconds, speed }: PacedClip): number | undefined {
  const characters = spokenCharacters(text);
  if (characters < LEAST_CHARACTERS || !(seconds > 0) || !(speed > 0)) return undefined;
  return Math.log(characters / seconds / speed);
}
