import { useMemo } from 'react';
import type { Voice } from '../../electron/cloning/voice.ts';
import { call } from '../bridge.ts';
import { type Act, useAct } from '../parts/act.ts';
import { useMirror } from '../store.ts';
import { type SpeechDraft, useWindowState } from '../window-state.tsx';
import { speechProblem, startingVoice } from './speech-rules.ts';

export interface Speech {
  readonly draft: SpeechDraft;
  readonly voice: Voice | undefined;
  readonly problem: string | null;
  /** Most characters of one request. */
  readonly limit: number;
  readonly act: Act;
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
  const voice = useMemo(
    () => startingVoice({ voices, servers, chosen: draft.voiceId, last }),
    [voices, servers, draft.voiceId, last],
  );
  const limit = useTextLimit(voice);
  const problem = speechProblem({ text: draft.text, limit, voice });

  const speak = () => {
    if (problem !== null || voice === undefined || act.busy) return;
    void act.run(call('speech.say', { voiceId: voice.id, text: draft.text.trim(), speed: draft.speed }));
  };
  const change = (part: Partial<SpeechDraft>) => setSpeechDraft((before) => ({ ...before, ...part }));
  return { draft, voice, problem, limit, act, change, speak };
}

/** What the voice's own server takes at a time; without a voice, what the chosen one takes. */
function useTextLimit(voice: Voice | undefined): number {
  return useMirror(
    ({ servers, server }) => (servers.find(({ id }) => id === voice?.server) ?? server).textLimit,
  );
}
