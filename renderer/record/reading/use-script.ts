import { useMemo } from 'react';
import { CONSENT_SENTENCE } from '../../../electron/cloning/sample/sample.ts';
import type { ScriptChoice } from '../../../electron/cloning/sample/sample-draft.ts';
import { MOST_MARK_TEXT } from '../../../electron/recording/take.ts';
import type { SentenceRead } from '../../audio/worker/messages.ts';
import { call } from '../../bridge.ts';
import { useRecorderState } from '../../equipment.tsx';
import { useWindowState } from '../../window-state.tsx';
import { needsSpokenConsent } from '../consent/consent-rules.ts';
import { isUnderWay } from '../record-words.ts';
import { nextSentence } from '../sample/sample-parts.ts';
import { useSample } from '../sample/use-sample.ts';
import { consentLine, directionOf, sentencesToRead } from './scripts.ts';

/** What is read aloud, and where one is in it. */
export interface ScriptReading {
  readonly choice: ScriptChoice;
  readonly direction: 'ltr' | 'rtl';
  readonly sentences: readonly string[];
  /** The line in which the speaker agrees. */
  readonly consent: string;
  /** −1 the consent; `sentences.length` when all is read. */
  readonly at: number;
  /** Where a recording would begin. */
  readonly start: number;
  textOf(sentence: number): string;
  /** As it is marked in the take: with its words, but for the consent, which is never taken for speech. */
  readOf(sentence: number): SentenceRead;
  change(choice: Partial<ScriptChoice>): void;
}

/** The script that was chosen, the sentence to read now, and where a recording would begin. */
export function useScript(): ScriptReading {
  const { draft, parts } = useSample();
  const { readingAt, rereading } = useWindowState();
  const { is } = useRecorderState();
  const { script, speaker, consent } = draft;
  return useMemo(() => {
    const sentences = sentencesToRead(script);
    const line = consentLine({ language: script.language, speaker, now: Date.now() });
    const start =
      rereading ?? (needsSpokenConsent(consent) ? CONSENT_SENTENCE : nextSentence(parts, sentences.length));
    return {
      choice: script,
      direction: directionOf(script.language),
      sentences,
      consent: line,
      at: isUnderWay(is) ? (readingAt ?? start) : start,
      start,
      textOf: (sentence) => (sentence === CONSENT_SENTENCE ? line : (sentences[sentence] ?? '')),
      readOf: (sentence) => {
        const text = sentences[sentence];
        return { sentence, ...(text !== undefined && { text: text.slice(0, MOST_MARK_TEXT) }) };
      },
      change: (choice) => void call('sample.change', { script: { ...script, ...choice } }),
    };
  }, [script, speaker, consent, parts, readingAt, rereading, is]);
}
