import { allowsVoice, standingConsent } from '../../../electron/cloning/sample/consent.ts';
import type { Consent, Voice } from '../../../electron/cloning/voice/voice.ts';
import { isSpokenHere, type Take } from '../../../electron/recording/take.ts';

/** What is confirmed of a file, and kept with the consent. */
export const TICK_WORDS = 'The speaker in this file agreed to be cloned, or I am the speaker';
export const STATEMENT_WORDS = 'A statement of the speaker, given as a sound file';

/** Whether a recording has to begin with the line of consent. */
export function needsSpokenConsent(consent: Consent | null): boolean {
  return consent?.how !== 'spoken';
}

/** How it stands with the consent to a voice of these takes. */
export type ConsentState =
  | { readonly is: 'given'; readonly consent: Consent }
  /** Something was recorded here: only the speaker's own words do. */
  | { readonly is: 'to-be-spoken' }
  /** All of it came as files. */
  | { readonly is: 'to-be-confirmed' };

export function consentState(
  consent: Consent | null,
  takes: readonly Take[],
  voices: readonly Voice[],
): ConsentState {
  const given =
    consent ??
    standingConsent(
      takes.map(({ id }) => id),
      voices,
    );
  if (allowsVoice(given, takes)) return { is: 'given', consent: given };
  const recorded = takes.some(isSpokenHere);
  return { is: recorded || takes.length === 0 ? 'to-be-spoken' : 'to-be-confirmed' };
}

/** What is missing, as a sentence; null where the speaker agreed. */
export function consentProblem(state: ConsentState): string | null {
  if (state.is === 'to-be-spoken') return 'The line of consent has to be read aloud.';
  return state.is === 'to-be-confirmed' ? 'The speaker has to agree.' : null;
}
