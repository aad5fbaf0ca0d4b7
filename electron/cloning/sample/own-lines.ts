import { isSpokenHere, type Take } from '../../recording/take.ts';
import type { Voice } from '../voice/voice.ts';
import { CONSENT_SENTENCE, type SamplePart } from './sample.ts';
import { sentencesOf, wordsOf } from './script-parts.ts';

/** A sentence that was really read aloud, and where it lies. */
export interface OwnLine extends Omit<SamplePart, 'sentence'> {
  readonly text: string;
  /** When it was recorded, milliseconds since 1970. */
  readonly createdAt: number;
}

/** Faster than anyone reads, in letters and digits a second: the sentence was passed over. */
const MOST_LETTERS_A_SECOND = 30;

/** Finds the recording of a sentence. */
export type FindOwnLine = (voice: Pick<Voice, 'id' | 'takeIds'>, text: string) => OwnLine | undefined;

/**
 * What was recorded, to be looked up by its words. For a voice count the recordings it was made of, then those that no
 * voice was made of; not those of other voices, in which somebody else may speak. The newest reading is the one.
 * `withoutConsent` leaves out the stretches in which a speaker agrees: those are never speech, whatever else they hold.
 */
export function ownLines({
  takes,
  voices,
  withoutConsent,
}: {
  readonly takes: readonly Take[];
  readonly voices: readonly Pick<Voice, 'id' | 'takeIds'>[];
  readonly withoutConsent: (parts: readonly SamplePart[]) => readonly SamplePart[];
}): FindOwnLine {
  const byWords = new Map<string, OwnLine[]>();
  const takenBy = new Map<string, Set<string>>();
  for (const { id, takeIds } of voices)
    for (const takeId of takeIds) takenBy.set(takeId, (takenBy.get(takeId) ?? new Set()).add(id));
  for (const take of [...takes].sort((a, b) => b.createdAt - a.createdAt))
    for (const line of linesIn(take, withoutConsent)) {
      const words = sameWords(line.text);
      byWords.set(words, [...(byWords.get(words) ?? []), line]);
    }
  return (voice, text) => {
    const lines = byWords.get(sameWords(text)) ?? [];
    const isOf = ({ takeId }: OwnLine) => voice.takeIds.includes(takeId);
    // A voice of a server's own is nobody's here.
    if (voice.takeIds.length === 0) return undefined;
    return lines.find(isOf) ?? lines.find(({ takeId }) => !takenBy.has(takeId));
  };
}

function linesIn(
  take: Take,
  withoutConsent: (parts: readonly SamplePart[]) => readonly SamplePart[],
): readonly OwnLine[] {
  if (take.state.status !== 'kept' || !isSpokenHere(take)) return [];
  return sentencesOf(take).flatMap((part) => {
    const text = wordsOf(take, part);
    if (text === undefined || part.sentence === CONSENT_SENTENCE || sameWords(text) === '') return [];
    const [left, ...more] = withoutConsent([part]);
    const isWhole = left?.from === part.from && left.to === part.to && more.length === 0;
    const seconds = (part.to - part.from) / take.sampleRate;
    if (!isWhole || lettersIn(text) / seconds > MOST_LETTERS_A_SECOND) return [];
    return [{ takeId: take.id, from: part.from, to: part.to, text, createdAt: take.createdAt }];
  });
}

function lettersIn(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

/**
 * A sentence by its words alone: without case, quotation marks, the kind of its dashes and spaces, and what stands at its
 * end. Marks inside stay: they change how it is said.
 */
export function sameWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<=\p{L})[’ʼ`´'](?=\p{L})/gu, "'")
    .replace(/["“”„‟«»‹›「」『』‘‚‛]|(?<!\p{L})['’]|['’](?!\p{L})/gu, '')
    .replace(/\s*[-‐‑‒–—―]+\s*/gu, '-')
    .replace(/\s+/gu, ' ')
    .replace(/[\p{P}\s]+$/gu, '')
    .trim();
}
