import type { TakeMark } from '../../recording/take.ts';
import { CONSENT_SENTENCE, type SamplePart, wholeTake } from './sample.ts';

/** A take with the marks of what was read in it: where each sentence begins, in samples. */
export interface MarkedTake {
  readonly id: string;
  readonly samples: number;
  readonly marks?: readonly TakeMark[];
}

/**
 * The sentences of a take, each from its mark to the next; the whole take where none was marked. The first mark stands
 * for the beginning: what was said before it (the pre-roll) belongs to it. The consent is among them.
 */
export function sentencesOf(take: MarkedTake): readonly SamplePart[] {
  const marks = take.marks ?? [];
  if (marks.length === 0) return [wholeTake(take)];
  return marks
    .map(({ at, sentence }, i) => ({
      takeId: take.id,
      from: i === 0 ? 0 : at,
      to: marks[i + 1]?.at ?? take.samples,
      sentence,
    }))
    .filter(({ from, to }) => to > from);
}

/** What was to be read in this sentence of a take; undefined where that was not kept. */
export function wordsOf(
  { marks = [] }: Pick<MarkedTake, 'marks'>,
  part: Omit<SamplePart, 'takeId' | 'to'>,
): string | undefined {
  return marks.find(({ at, sentence }) => sentence === part.sentence && (at === part.from || part.from === 0))
    ?.text;
}

/** Where the speaker agrees in this take; undefined where that was not read. */
export function consentIn(take: MarkedTake): SamplePart | undefined {
  return sentencesOf(take).findLast(({ sentence }) => sentence === CONSENT_SENTENCE);
}

/** What of a take may go into a sample: everything but the consent, sentence by sentence. */
export function speechParts(take: MarkedTake): readonly SamplePart[] {
  return sentencesOf(take).filter(({ sentence }) => sentence !== CONSENT_SENTENCE);
}

/** Every stretch in which the speaker agrees, however often it was said. */
export function consentStretches(takes: readonly MarkedTake[]): readonly SamplePart[] {
  return takes.flatMap(sentencesOf).filter(({ sentence }) => sentence === CONSENT_SENTENCE);
}
