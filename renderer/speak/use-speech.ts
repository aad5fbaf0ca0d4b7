import { useMemo } from 'react';
import type { Manner } from '../../electron/cloning/voice/manner.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { SpeechEstimate } from '../../electron/speaking/text/estimate.ts';
import { call } from '../bridge.ts';
import { type Act, useAct } from '../parts/act.ts';
import { useMirror } from '../store.ts';
import { type SpeechDraft, useWindowState } from '../window-state.tsx';
import { speechProblem, startingVoice } from './speech-rules.ts';
import { type SpokenAs, spokenAs } from './text-rules.ts';
import { useEstimate } from './use-estimate.ts';
import { type LanguageCheck, useLanguageCheck } from './use-language-check.ts';

export interface Speech {
  readonly draft: SpeechDraft;
  /** As fast as it will be spoken. */
  readonly speed: number;
  readonly voice: Voice | undefined;
  readonly problem: string | null;
  /** Most characters of one request. */
  readonly limit: number;
  readonly as: SpokenAs;
  readonly estimate: SpeechEstimate | undefined;
  readonly act: Act;
  readonly language: LanguageCheck;
  change(part: Partial<SpeechDraft>): void;
  /** Asks for it to be spoken; the text is kept, so that one can change a word and ask again. */
  speak(): void;
}

/** What is written, who shall speak it, and the asking. */
export function useSpeech(): Speech {
  const { speechDraft: draft, setSpeechDraft } = useWindowState();
  const voices = useMirror((snapshot) => snapshot.voices);
  const servers = useMirror((snapshot) => snapshot.servers);
  const last = useMirror((snapshot) => snapshot.settings.lastVoiceId);
  const act = useAct();
  const language = useLanguageCheck();
  const voice = useMemo(
    () => startingVoice({ voices, servers, chosen: draft.voiceId, last }),
    [voices, servers, draft.voiceId, last],
  );
  const limit = useTextLimit(voice);
  const problem = speechProblem({ text: draft.text, voice });
  const as = useMemo(() => spokenAs(draft.text, limit), [draft.text, limit]);
  const estimate = useEstimate({
    voiceId: problem === null ? voice?.id : undefined,
    text: draft.text,
    pronunciations: draft.pronunciations,
  });

  const speak = () => {
    if (problem !== null || voice === undefined || act.busy || language.busy) return;
    const ask = { voiceId: voice.id, ...mannerOf(draft) };
    const text = draft.text.trim();
    const from = { is: 'text', text } as const;
    void language.before({ voiceId: voice.id, from }, () => {
      if (as === 'one') void act.run(call('speech.say', { ...ask, text }));
      else void act.run(call('batch.make', { ...ask, name: '', from }));
    });
  };
  const change = (part: Partial<SpeechDraft>) => setSpeechDraft((before) => ({ ...before, ...part }));
  const speed = draft.speed ?? voice?.speed ?? 1;
  return { draft, speed, voice, problem, limit, as, estimate, act, language, change, speak };
}

/** What was said of this text alone; the rest is as the voice speaks. */
export function mannerOf({ speed, pronunciations }: SpeechDraft): Manner {
  return {
    ...(speed !== null && { speed }),
    ...(pronunciations.length > 0 && { pronunciations }),
  };
}

/** What the voice's own server takes at a time; without a voice, what the chosen one takes. */
function useTextLimit(voice: Voice | undefined): number {
  return useMirror(
    ({ servers, server }) => (servers.find(({ id }) => id === voice?.server) ?? server).textLimit,
  );
}
