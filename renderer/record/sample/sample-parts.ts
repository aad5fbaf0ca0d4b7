import type { SamplePart } from '../../../electron/cloning/sample/sample.ts';
import { type MarkedTake, speechParts } from '../../../electron/cloning/sample/script-parts.ts';
import type { Take } from '../../../electron/recording/take.ts';
import { type RingWindow, type SampleLength, sampleReach } from '../../parts/sound/ring-arithmetic.ts';

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

/**
 * Seconds of speech in these parts. A take that was not listened to yet counts whole: the next moment knows better.
 */
export function speechOf(parts: readonly SamplePart[], takes: readonly Take[]): number {
  return parts.reduce((sum, part) => {
    const take = takes.find(({ id }) => id === part.takeId);
    if (take === undefined) return sum;
    const spans = take.speech?.spans ?? [{ from: 0, to: take.samples }];
    const spoken = spans.reduce(
      (all, { from, to }) => all + Math.max(0, Math.min(to, part.to) - Math.max(from, part.from)),
      0,
    );
    return sum + spoken / take.sampleRate;
  }, 0);
}

/** When a recording begins: it adds to a sample that is too short, and starts anew beside one that is long enough. */
export function partsAtStart(
  parts: readonly SamplePart[],
  sample: SampleLength,
  window: RingWindow,
): readonly SamplePart[] {
  const reach = sampleReach(sample, window);
  return reach === 'short' || reach === 'usable' ? parts : [];
}

/** When a take was kept: what was read in it joins the sample, or stands alone where together they would be too long. */
export function partsWithTake(ask: {
  readonly parts: readonly SamplePart[];
  /** Of these parts. */
  readonly takes: readonly Take[];
  readonly take: Take & MarkedTake;
  readonly window: RingWindow;
}): readonly SamplePart[] {
  const { parts, take } = ask;
  const own = speechParts(take);
  const first = own[0]?.sentence;
  // Going on after an interruption begins the sentence anew in which it came.
  const isCutShort = ({ sentence }: SamplePart) =>
    take.sessionId !== undefined && sentence !== undefined && sentence === first;
  const others = parts.filter((part) => part.takeId !== take.id && !isCutShort(part));
  if (own.length === 0) return parts;
  const together = secondsOf([...others, ...own], [...ask.takes, take]);
  return together > ask.window.maxSeconds ? own : [...others, ...own];
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
