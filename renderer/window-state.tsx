import {
  createContext,
  type Dispatch,
  type ReactNode,
  type SetStateAction,
  useContext,
  useMemo,
  useState,
} from 'react';
import type { A2eModel } from '../electron/a2e/wire.ts';
import type { Gender } from '../electron/cloning/voice.ts';
import type { Fault } from '../electron/result.ts';

export type Screen = 'record' | 'voices' | 'speak' | 'settings';

/** What is being filled in to make a voice. */
export interface VoiceDraft {
  readonly name: string;
  readonly language: string;
  readonly model: A2eModel;
  readonly gender: Gender;
  readonly consent: boolean;
}
export const EMPTY_VOICE_DRAFT: VoiceDraft = {
  name: '',
  language: 'en',
  model: 'a2e',
  gender: 'female',
  consent: false,
};

/** What is being written to be spoken. `voiceId` null: none was chosen here yet. */
export interface SpeechDraft {
  readonly text: string;
  readonly voiceId: string | null;
  readonly speed: number;
}
export const EMPTY_SPEECH_DRAFT: SpeechDraft = { text: '', voiceId: null, speed: 1 };

/** What belongs to this window alone and must outlive a change of screen: where one is, and what is half written. */
export interface WindowState {
  readonly screen: Screen;
  go(screen: Screen): void;
  /** Takes chosen for the sample; null until something was chosen or recorded. */
  readonly chosenTakes: readonly string[] | null;
  readonly chooseTakes: Dispatch<SetStateAction<readonly string[] | null>>;
  /** Why the last recording had to end; null where it ended as it should. */
  readonly brokenTake: Fault | null;
  setBrokenTake(fault: Fault | null): void;
  readonly voiceDraft: VoiceDraft;
  readonly setVoiceDraft: Dispatch<SetStateAction<VoiceDraft>>;
  readonly speechDraft: SpeechDraft;
  readonly setSpeechDraft: Dispatch<SetStateAction<SpeechDraft>>;
}

const WindowStateContext = createContext<WindowState | null>(null);

export function WindowStateProvider({ children }: { readonly children: ReactNode }) {
  const [screen, go] = useState<Screen>('record');
  const [chosenTakes, chooseTakes] = useState<readonly string[] | null>(null);
  const [brokenTake, setBrokenTake] = useState<Fault | null>(null);
  const [voiceDraft, setVoiceDraft] = useState(EMPTY_VOICE_DRAFT);
  const [speechDraft, setSpeechDraft] = useState(EMPTY_SPEECH_DRAFT);
  const state = useMemo(
    () => ({
      screen,
      go,
      chosenTakes,
      chooseTakes,
      brokenTake,
      setBrokenTake,
      voiceDraft,
      setVoiceDraft,
      speechDraft,
      setSpeechDraft,
    }),
    [screen, chosenTakes, brokenTake, voiceDraft, speechDraft],
  );
  return <WindowStateContext value={state}>{children}</WindowStateContext>;
}

export function useWindowState(): WindowState {
  const state = useContext(WindowStateContext);
  if (state === null) throw new Error('no window state above');
  return state;
}
