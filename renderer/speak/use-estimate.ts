import { useEffect, useState } from 'react';
import type { BatchSource } from '../../electron/contract/calls.ts';
import type { SpeechEstimate } from '../../electron/speaking/text/estimate.ts';
import { call } from '../bridge.ts';

/** How long one must have stopped typing before it is asked. */
const QUIET_MS = 350;

/** What this comes to; undefined while that is not known, and without a voice or a text. */
export function useEstimate(voiceId: string | undefined, from: BatchSource): SpeechEstimate | undefined {
  const [estimate, setEstimate] = useState<SpeechEstimate>();
  const { is } = from;
  const words = from.is === 'text' ? from.text : from.id;
  useEffect(() => {
    let stale = false;
    setEstimate(undefined);
    if (voiceId === undefined || words.trim() === '') return;
    const source: BatchSource = is === 'text' ? { is, text: words } : { is, id: words };
    const timer = setTimeout(async () => {
      // Without an estimate nothing is lost but the figure: the button stays as it is.
      const answer = await call('speech.estimate', { voiceId, from: source }).catch(() => undefined);
      if (!stale && answer?.ok) setEstimate(answer.value);
    }, QUIET_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [voiceId, is, words]);
  return estimate;
}
