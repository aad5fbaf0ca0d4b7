import type { Pcm } from '../../recording/wav.ts';
import { splitText } from '../text/split-text.ts';
import { FRAME_SECONDS, frameLevels, SILENCE_DB } from './proof-listen.ts';

/** When a sentence is heard, in seconds from the beginning of its clip. */
export interface SentenceTime {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Shorter than this, in seconds, a silence is a stop within a word (a `t`, a `k`) and no place where a sentence ends. */
const PAUSE_SECONDS = 0.12;
/** How much a long silence counts for being the end of a sentence, beside standing where the letters say: tried by ear. */
const PAUSE_WORTH = 0.35;
/** A sentence spoken so many times faster or slower than the whole is not where it was looked for. */
const ODD_PACE = 1.8;

/** A silence with speech on both sides, in frames; `heard`: frames of sound before it. */
interface Pause {
  readonly from: number;
  readonly to: number;
  readonly heard: number;
}

/**
 * When each sentence of a text is heard in the clip that says it: between pauses, the ones that stand best where the
 * letters say they should. An estimate; null where there are too few pauses, or a sentence would be much faster or
 * slower than the others, or nothing is heard.
 */
export function sentenceTimes(text: string, { samples, sampleRate }: Pcm): readonly SentenceTime[] | null {
  const sentences = splitText(text, { limit: Math.max(2, text.length) }).map((piece) => piece.text);
  const loud = frameLevels(samples, sampleRate).map((level) => level > SILENCE_DB);
  const first = loud.indexOf(true);
  if (first === -1 || sentences.length === 0) return null;
  const end = loud.lastIndexOf(true) + 1;
  const pauses = pausesIn(loud, first, end);
  const all = loud.filter(Boolean).length;
  const cuts = bestCuts(pauses, lettersBefore(sentences), all);
  if (!cuts || !hasEvenPace(cuts, sentences, all)) return null;
  const seconds = (frame: number) => frame * FRAME_SECONDS;
  return sentences.map((sentence, i) => ({
    text: sentence,
    from: seconds(cuts[i - 1]?.to ?? first),
    to: seconds(cuts[i]?.from ?? end),
  }));
}

function pausesIn(loud: readonly boolean[], first: number, end: number): readonly Pause[] {
  const pauses: Pause[] = [];
  let heard = 0;
  let from = first;
  for (let i = first; i < end; i++) {
    if (!loud[i]) continue;
    if (i - from >= PAUSE_SECONDS / FRAME_SECONDS) pauses.push({ from, to: i, heard });
    heard++;
    from = i + 1;
  }
  return pauses;
}

/** For each sentence but the last: the share of all letters that is said when it is over. */
function lettersBefore(sentences: readonly string[]): readonly number[] {
  const letters = sentences.map(lettersOf);
  const all = letters.reduce((sum, count) => sum + count, 0);
  let before = 0;
  return letters.slice(0, -1).map((count) => {
    before += count;
    return before / all;
  });
}

function lettersOf(sentence: string): number {
  return Math.max(1, sentence.match(/[\p{L}\p{N}]/gu)?.length ?? 0);
}

/** One pause for each end, in order, at the least cost; undefined where there are too few. */
function bestCuts(
  pauses: readonly Pause[],
  ends: readonly number[],
  all: number,
): readonly Pause[] | undefined {
  const sentence = all / (ends.length + 1);
  const longest = Math.max(...pauses.map(({ from, to }) => to - from), 1);
  const cost = ({ from, to, heard }: Pause, end: number) =>
    Math.abs(heard - end * all) / sentence - (PAUSE_WORTH * (to - from)) / longest;
  // best[p]: the cheapest cuts for the ends so far, the last of them at pause p.
  let best: (Cuts | undefined)[] = pauses.map(() => undefined);
  for (const [e, end] of ends.entries()) {
    let cheapest: Cuts | undefined = e === 0 ? { cost: 0, cuts: [] } : undefined;
    best = pauses.map((pause, p) => {
      const before = best[p - 1];
      if (e > 0 && before && (!cheapest || before.cost < cheapest.cost)) cheapest = before;
      return cheapest && { cost: cheapest.cost + cost(pause, end), cuts: [...cheapest.cuts, pause] };
    });
  }
  if (ends.length === 0) return [];
  return best.reduce((a, b) => (!a || (b && b.cost < a.cost) ? b : a), undefined)?.cuts;
}

interface Cuts {
  readonly cost: number;
  readonly cuts: readonly Pause[];
}

function hasEvenPace(cuts: readonly Pause[], sentences: readonly string[], all: number): boolean {
  const letters = sentences.map(lettersOf);
  const usual = letters.reduce((sum, count) => sum + count, 0) / all;
  return letters.every((count, i) => {
    const frames = (cuts[i]?.heard ?? all) - (cuts[i - 1]?.heard ?? 0);
    const pace = count / Math.max(1, frames) / usual;
    return pace < ODD_PACE && pace > 1 / ODD_PACE;
  });
}
