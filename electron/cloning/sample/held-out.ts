import type { Take } from '../../recording/take.ts';
import type { Voice } from '../voice/voice.ts';
import { CONSENT_SENTENCE, type SamplePart } from './sample.ts';
import { sentencesOf } from './script-parts.ts';

/** Shorter or longer than this, in seconds, a sentence is no good to compare by. */
const SECONDS = { from: 1.5, to: 20 } as const;

/**
 * Sentences of the speaker's own that none of these voices was made of: of the takes they are made of first, then of the
 * others, the newest first. None holds a word of consent.
 */
export function heldOut(
  voices: readonly Pick<Voice, 'takeIds' | 'parts'>[],
  takes: readonly Take[],
): readonly SamplePart[] {
  const theirs = new Set(voices.flatMap(({ takeIds }) => takeIds));
  const kept = takes.filter(({ state }) => state.status === 'kept');
  const inOrder = [...kept].sort(
    (a, b) => Number(theirs.has(b.id)) - Number(theirs.has(a.id)) || b.createdAt - a.createdAt,
  );
  return inOrder.flatMap((take) =>
    sentencesOf(take).filter(
      (sentence) =>
        sentence.sentence !== CONSENT_SENTENCE &&
        isGoodLength((sentence.to - sentence.from) / take.sampleRate) &&
        !voices.some((voice) => wasHeard(voice, sentence)),
    ),
  );
}

function isGoodLength(seconds: number): boolean {
  return seconds >= SECONDS.from && seconds <= SECONDS.to;
}

/** Whether the voice was made of some of this stretch; of takes without parts it was made of all. */
function wasHeard(
  { takeIds, parts }: Pick<Voice, 'takeIds' | 'parts'>,
  { takeId, from, to }: SamplePart,
): boolean {
  if (!parts) return takeIds.includes(takeId);
  return parts.some((part) => part.takeId === takeId && part.from < to && part.to > from);
}
