import { isSpokenHere, type Take } from '../../recording/take.ts';
import type { Consent, ConsentRecord, Voice } from '../voice/voice.ts';
import type { SamplePart } from './sample.ts';

/** A sound in which a speaker agrees, as it is kept. */
export interface KeptConsent extends ConsentRecord {
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Where it was cut out of; absent for a statement that came as a file. No sample takes this stretch in. */
  readonly from?: Omit<SamplePart, 'sentence'>;
}

/**
 * Whether this consent allows a voice of these takes. What was recorded here needs the speaker's own words; for sound
 * that came as a file a statement, a tick or the command line's option does.
 */
export function allowsVoice(
  consent: Consent | null | undefined,
  takes: readonly Pick<Take, 'source'>[],
): consent is Consent {
  // A voice that was made elsewhere says nothing of what is to be uploaded from here.
  if (!consent || consent.how === 'elsewhere') return false;
  if (consent.how === 'spoken') return consent.record !== undefined;
  if (consent.how === 'statement' && consent.record === undefined) return false;
  return !takes.some(isSpokenHere);
}

/** The consent already given for all of these takes with an earlier voice; undefined where there is none. */
export function standingConsent(
  takeIds: readonly string[],
  voices: readonly Pick<Voice, 'takeIds' | 'consent'>[],
): Consent | undefined {
  if (takeIds.length === 0) return undefined;
  return voices.find((voice) => takeIds.every((id) => voice.takeIds.includes(id)))?.consent;
}
