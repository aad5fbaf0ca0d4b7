import { useEffect, useState } from 'react';
import type { Pronunciation } from '../../electron/cloning/voice/manner.ts';
import type { BatchSource } from '../../electron/contract/calls.ts';
import type { SpeechEstimate } from '../../electron/speaking/text/estimate.ts';
import { call } from '../bridge.ts';

/** How long one must have stopped typing before it is asked. */
const QUIET_MS = 350;

interface EstimateAsk {
  /** Undefined: nothing is asked. */
  readonly voiceId: string | undefined;
  /** A text, or the document that was read. */
  readonly text?: string;
  readonly documentId?: string;
  /** Of this text alone. */
  readonly pronunciations?: readonly Pronunciation[];
}

/** What this comes to; undefined while that is not known, and without a voice or a text. */
export function useEstimate(ask: EstimateAsk): SpeechEstimate | undefined {
  const { voiceId, text = '', documentId, pronunciations } = ask;
  const [estimate, setEstimate] = useState<SpeechEstimate>();
  useEffect(() => {
    let stale = false;
    setEstimate(undefined);
    if (voiceId === undefined || (documentId === undefined && text.trim() === '')) return;
    const from: BatchSource =
      documentId === undefined ? { is: 'text', text } : { is: 'draft', id: documentId };
    const more = pronunciations === undefined ? {} : { pronunciations };
    const timer = setTimeout(async () => {
      // Without an estimate nothing is lost but the figure: the button stays as it is.
      const answer = await call('speech.estimate', { voiceId, from, ...more }).catch(() => undefined);
      if (!stale && answer?.ok) setEstimate(answer.value);
    }, QUIET_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [voiceId, text, documentId, pronunciations]);
  return estimate;
}
