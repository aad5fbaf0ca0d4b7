import { type Take, takeSeconds } from '../../recording/take.ts';
import type { Voice } from '../voice/voice.ts';
import { CONSENT_SENTENCE, type SamplePart } from './sample.ts';
import { sentencesOf } from './script-parts.ts';

/** Shorter or longer than this, in seconds, a sentence is no good to compare by. */
const SECONDS = { from: 1.5, to: 20 } as const;
/** Where no script was followed, a stretch ends at a pause of this length, or after so many seconds. */
const STRETCH = { pause: 0.6, most: 12, edge: 0.15 } as const;

/**
 * Sentences of the speaker's own that none of these voices was made of: of the takes they are made of first, then of the
 * others, the newest first. None holds a word of consent. Where no script was followed they are stretches from pause to pause.
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
    linesOf(take).filter(
      (sentence) =>
        sentence.sentence !== CONSENT_SENTENCE &&
        isGoodLength((sentence.to - sentence.from) / take.sampleRate) &&
        !voices.some((voice) => wasHeard(voice, sentence)),
    ),
  );
}

function linesOf(take: Take): readonly SamplePart[] {
  const isShort = isGoodLength(takeSeconds(take));
  if (take.marks?.length || isShort || !take.speech) return sentencesOf(take);
  const { id: takeId, sampleRate, samples, speech } = take;
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of speech.spans) {
    const last = stretches.at(-1);
    const goesOn =
      last && from - last.to < STRETCH.pause * sampleRate && to - last.from <= STRETCH.most * sampleRate;
    if (goesOn) last.to = to;
    else stretches.push({ from, to });
  }
  const edge = Math.round(STRETCH.edge * sampleRate);
  return stretches.map(({ from, to }) => ({
    ...{ takeId, from: Math.max(0, from - edge), to: Math.min(samples, to + edge) },
  }));
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
