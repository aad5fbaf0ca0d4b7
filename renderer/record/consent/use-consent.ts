import { useMemo } from 'react';
import { useMirror } from '../../store.ts';
import type { Sample } from '../sample/use-sample.ts';
import { type ConsentState, consentState } from './consent-rules.ts';

/** How it stands with the consent to a voice of this sample. */
export function useConsentState({ draft, takes }: Sample): ConsentState {
  const voices = useMirror((snapshot) => snapshot.voices);
  return useMemo(() => consentState(draft.consent, takes, voices), [draft.consent, takes, voices]);
}
