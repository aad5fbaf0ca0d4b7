import type { SamplePart } from '../../electron/cloning/sample.ts';
import { type MarkedTake, speechParts } from '../../electron/cloning/script-parts.ts';
import { type Take, takeSeconds } from '../../electron/recording/take.ts';
import { type RingWindow, sampleReach } from '../parts/ring-arithmetic.ts';

/** The takes that are kept, newest first. */
export function keptTakes(takes: readonly Take[]): readonly Take[] {
  return takes.filter((take) => take.state.status === 'kept').sort((a, b) => b.createdAt - a.createdAt);
}

/** Parts whose take is kept: those of a discarded one are out by themselves, and back in after undo. */
export function keptParts(parts: readonly SamplePart[], takes: readonly Take[]): readonly SamplePart[] {
  const kept = new Set(keptTakes(takes).map(({ id }) => id));
  return parts.filter(({ takeId }) => kept.has(takeId));
}

/** Seconds of these parts together. */
export function secondsOf(parts: readonly SamplePart[], takes: readonly Take[]): number {
  return parts.reduce((sum, { takeId, from, to }) => {
    const take = takes.find(({ id }) => id === takeId);
    return take === undefined ? sum : sum + (to - from) / take.sampleRate;
  }, 0);
}

/** When a recording begins: it adds to a sample that is too short, and starts anew beside one that is long enough. */
export function partsAtStart(
  parts: readonly SamplePart[],
  seconds: number,
  window: RingWindow,
): readonly SamplePart[] {
  const reach = sampleReach(seconds, window);
  return reach === 'short' || reach === 'usable' ? parts : [];
}

/** When a take was kept: what was read in it joins the sample, or stands alone where together they would be too long. */
export function partsWithTake(ask: {
  readonly parts: readonly SamplePart[];
  readonly seconds: number;
  readonly take: Take & MarkedTake;
  readonly window: RingWindow;
}): readonly SamplePart[] {
  const { parts, take } = ask;
  const own = speechParts(take);
  const others = parts.filter(({ takeId }) => takeId !== take.id);
  return ask.seconds + takeSeconds(take) > ask.window.maxSeconds ? own : [...others, ...own];
}

/**
 * When one sentence was read again: the whole new take stands for it, in the place of every older reading. Where there
 * was none it goes before the first later sentence, else to the end.
 */
export function partsWithReading(
  parts: readonly SamplePart[],
  take: Pick<Take, 'id' | 'samples'>,
  sentence: number,
): readonly SamplePart[] {
  const reading: SamplePart = { takeId: take.id, from: 0, to: take.samples, sentence };
  const first = parts.findIndex((part) => part.sentence === sentence);
  const later = parts.findIndex((part) => part.sentence !== undefined && part.sentence > sentence);
  const at = first >= 0 ? first : later >= 0 ? later : parts.length;
  const isOther = (part: SamplePart) => part.sentence !== sentence;
  return [...parts.slice(0, at).filter(isOther), reading, ...parts.slice(at).filter(isOther)];
}

/** The sentence to go on with: the first that is in no part; 0 where all are. */
export function nextSentence(parts: readonly SamplePart[], count: number): number {
  const read = new Set(parts.map(({ sentence }) => sentence));
  for (let sentence = 0; sentence < count; sentence++) if (!read.has(sentence)) return sentence;
  return 0;
}
