import type { SampleDraft } from '../../cloning/sample/sample-draft.ts';
import type { Receipt } from '../../cloning/voice/receipt.ts';
import type { Voice } from '../../cloning/voice/voice.ts';
import type { Settings } from '../../library/settings.ts';
import type { Import } from '../../recording/importer.ts';
import type { Take } from '../../recording/take.ts';
import type { Result } from '../../result.ts';
import type { Clip } from '../../speaking/clip.ts';
import type { Comparison } from '../../speaking/comparison.ts';
import type { BatchView, QueueView } from './batches.ts';
import type { ModelView } from './models.ts';
import type { ServerView } from './servers.ts';
import type { JobView, UploadProgress } from './speech.ts';

export type MicrophoneAccess = 'granted' | 'denied' | 'not-asked';

/** Something that happened before the window was there, told once. */
export type Notice =
  | { readonly is: 'takes-recovered'; readonly takeIds: readonly string[] }
  | { readonly is: 'file-set-aside'; readonly fileName: string; readonly keptAs: string };

/** Everything the window mirrors. */
export interface Snapshot {
  readonly version: string;
  readonly runtime: { readonly electron: string; readonly platform: 'linux' | 'darwin' | 'win32' };
  /** The one that new voices are made on: one of `servers`. */
  readonly server: ServerView;
  readonly servers: readonly ServerView[];
  /** False: a token that is not kept in the plain is forgotten when Timbre quits. */
  readonly hasKeyring: boolean;
  /** What clones on this computer. */
  readonly model: ModelView;
  /** Credits that went today, over all servers. */
  readonly spentToday: number;
  readonly settings: Settings;
  readonly takes: readonly Take[];
  readonly sample: SampleDraft;
  readonly imports: readonly Import[];
  readonly voices: readonly Voice[];
  /** Of what was deleted, newest first. */
  readonly receipts: readonly Receipt[];
  readonly clips: readonly Clip[];
  /** Lines that voices said to be heard or compared. */
  readonly auditions: readonly Clip[];
  readonly comparisons: readonly Comparison[];
  /** Those of batches' lines are not among them: see `batch.lines`. */
  readonly jobs: readonly JobView[];
  /** Samples on their way up. */
  readonly uploads: readonly UploadProgress[];
  readonly batches: readonly BatchView[];
  readonly queue: QueueView;
  readonly microphone: MicrophoneAccess;
  /** `speech`: where it is saved unless another folder was chosen. */
  readonly folders: {
    readonly home: string;
    readonly takes: string;
    readonly clips: string;
    readonly speech: string;
  };
  readonly notices: readonly Notice[];
}

/** Calls about the app as a whole: opening, settings, microphone, folders. */
export interface AppCalls {
  'app.open': { ask: null; answer: Snapshot };
  'settings.change': { ask: Partial<Settings>; answer: Result<Settings> };
  /** Asks for the folder where speech is saved: a path is never the window's word. Null when the person backed out. */
  'folder.chooseSpeech': { ask: null; answer: Result<Settings | null> };
  'microphone.ask': { ask: null; answer: MicrophoneAccess };
  'microphone.openSystemSettings': { ask: null; answer: Result<void> };
  /** Whether the window shows the batches: then nobody need be told of them. */
  'window.watching': { ask: { readonly batches: boolean }; answer: Result<void> };
  'folder.show': {
    ask: { readonly what: 'home' | 'takes' | 'clips' | 'speech' | 'clip' | 'take'; readonly id?: string };
    answer: Result<void>;
  };
}

export const appCallNames: { readonly [N in keyof AppCalls]: true } = {
  'app.open': true,
  'settings.change': true,
  'folder.chooseSpeech': true,
  'microphone.ask': true,
  'microphone.openSystemSettings': true,
  'window.watching': true,
  'folder.show': true,
};

/** Events about the app as a whole: opening, settings, microphone, folders. */
export interface AppEvents {
  'settings.changed': Settings;
  'microphone.changed': MicrophoneAccess;
  /** The window was hidden or minimized (false), or is there again. */
  'window.shown': boolean;
}

export const appEventNames: { readonly [N in keyof AppEvents]: true } = {
  'settings.changed': true,
  'microphone.changed': true,
  'window.shown': true,
};
