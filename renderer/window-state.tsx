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
import type { Purpose } from '../electron/cloning/engines/engines.ts';
import type { Pronunciation } from '../electron/cloning/voice/manner.ts';
import type { Gender, Voice } from '../electron/cloning/voice/voice.ts';
import type { DraftView } from '../electron/contract/calls.ts';
import type { Fault } from '../electron/result.ts';
import type { ClipQuery } from '../electron/speaking/find-clips.ts';
import { type EditStack, NO_EDITS } from './record/sample/edit-stack.ts';
import { useVoicesState, type VoicesState } from './voices/use-voices-state.ts';

export type Screen = 'record' | 'voices' | 'speak' | 'settings';

/** What is being filled in to make a voice. */
export interface VoiceDraft {
  readonly name: string;
  readonly language: string;
  /** Whose way of the language, such as `GB`; absent: the usual one. */
  readonly region?: string;
  readonly gender: Gender;
  readonly purpose: Purpose;
  /** Further engines that make a voice of the same sample. */
  readonly alsoModels: readonly A2eModel[];
  /** The voice that is recorded again, and keeps its name. */
  readonly replaces?: Pick<Voice, 'id' | 'name'>;
}
export const EMPTY_VOICE_DRAFT: VoiceDraft = {
  name: '',
  language: 'en',
  gender: 'female',
  purpose: 'everyday',
  alsoModels: [],
};

/** What is being written to be spoken. */
export interface SpeechDraft {
  readonly text: string;
  /** Null: none was chosen here yet. */
  readonly voiceId: string | null;
  /** Null: as fast as the voice speaks. */
  readonly speed: number | null;
  /** Of this text alone; they count before the voice's own. */
  readonly pronunciations: readonly Pronunciation[];
}
export const EMPTY_SPEECH_DRAFT: SpeechDraft = { text: '', voiceId: null, speed: null, pronunciations: [] };

/** What belongs to this window alone and must outlive a change of screen: where one is, and what is half written. */
export interface WindowState extends VoicesState {
  readonly screen: Screen;
  go(screen: Screen): void;
  /** The sample's edit lists before and after this one. */
  readonly edits: EditStack;
  readonly setEdits: Dispatch<SetStateAction<EditStack>>;
  /** Why the last change of the sample was refused. */
  readonly sampleFault: Fault | null;
  setSampleFault(fault: Fault | null): void;
  /** The sentence being read, −1 the consent; null while nothing is recorded. */
  readonly readingAt: number | null;
  setReadingAt(sentence: number | null): void;
  /** The take whose part is being chosen; null: none. */
  readonly trimming: string | null;
  setTrimming(takeId: string | null): void;
  /** The next file taken in is the speaker's statement, no recording to be cloned. */
  readonly statementDue: boolean;
  setStatementDue(due: boolean): void;
  /** The one sentence that is read again; null: the script goes on. */
  readonly rereading: number | null;
  setRereading(sentence: number | null): void;
  /** Why the last recording had to end; null where it ended as it should. */
  readonly brokenTake: Fault | null;
  setBrokenTake(fault: Fault | null): void;
  readonly voiceDraft: VoiceDraft;
  readonly setVoiceDraft: Dispatch<SetStateAction<VoiceDraft>>;
  /** Goes to where one records, for this voice. */
  recordAgain(voice: Voice): void;
  /** The batch that is to be looked at now; null: none. */
  readonly shownBatch: string | null;
  showBatch(id: string | null): void;
  readonly speechDraft: SpeechDraft;
  readonly setSpeechDraft: Dispatch<SetStateAction<SpeechDraft>>;
  /** Whether all clips are shown on the Speak screen, in place of the desk, and which of them. */
  readonly historyShown: boolean;
  showHistory(shown: boolean): void;
  readonly clipQuery: ClipQuery;
  setClipQuery(query: ClipQuery): void;
  /** The document that was read and not yet spoken or put away. */
  readonly speechDocument: DraftView | null;
  setSpeechDocument(document: DraftView | null): void;
}

const WindowStateContext = createContext<WindowState | null>(null);

export function WindowStateProvider({ children }: { readonly children: ReactNode }) {
  const [screen, go] = useState<Screen>('record');
  const [edits, setEdits] = useState(NO_EDITS);
  const [sampleFault, setSampleFault] = useState<Fault | null>(null);
  const [readingAt, setReadingAt] = useState<number | null>(null);
  const [rereading, setRereading] = useState<number | null>(null);
  const [trimming, setTrimming] = useState<string | null>(null);
  const [statementDue, setStatementDue] = useState(false);
  const [brokenTake, setBrokenTake] = useState<Fault | null>(null);
  const [voiceDraft, setVoiceDraft] = useState(EMPTY_VOICE_DRAFT);
  const [shownBatch, showBatch] = useState<string | null>(null);
  const [speechDraft, setSpeechDraft] = useState(EMPTY_SPEECH_DRAFT);
  const [speechDocument, setSpeechDocument] = useState<DraftView | null>(null);
  const [historyShown, showHistory] = useState(false);
  const [clipQuery, setClipQuery] = useState<ClipQuery>({ typed: '', voiceId: null, tag: null });
  const voicesState = useVoicesState();
  const state = useMemo(
    () => ({
      ...voicesState,
      recordAgain: ({ id, name, language, gender }: Voice) => {
        setVoiceDraft((draft) => ({ ...draft, language, gender, alsoModels: [], replaces: { id, name } }));
        go('record');
      },
      screen,
      go,
      edits,
      setEdits,
      sampleFault,
      setSampleFault,
      readingAt,
      setReadingAt,
      rereading,
      setRereading,
      trimming,
      setTrimming,
      statementDue,
      setStatementDue,
      brokenTake,
      setBrokenTake,
      voiceDraft,
      setVoiceDraft,
      shownBatch,
      showBatch,
      speechDraft,
      setSpeechDraft,
      speechDocument,
      setSpeechDocument,
      ...{ historyShown, showHistory, clipQuery, setClipQuery },
    }),
    [
      voicesState,
      screen,
      edits,
      sampleFault,
      readingAt,
      rereading,
      trimming,
      statementDue,
      brokenTake,
      voiceDraft,
      shownBatch,
      speechDraft,
      speechDocument,
      historyShown,
      clipQuery,
    ],
  );
  return <WindowStateContext value={state}>{children}</WindowStateContext>;
}

export function useWindowState(): WindowState {
  const state = useContext(WindowStateContext);
  if (state === null) throw new Error('no window state above');
  return state;
}
