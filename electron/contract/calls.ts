import type { A2eModel, WireGender } from '../a2e/wire.ts';
import type { Voice } from '../cloning/voice.ts';
import type { JobState } from '../jobs/job.ts';
import type { Settings } from '../library/settings.ts';
import type { Take } from '../recording/take.ts';
import type { Fault, Result } from '../result.ts';
import type { Clip } from '../speaking/clip.ts';

/** The server in use, as the window may know it: never its token. */
export interface ServerView {
  /** `local`, else the base URL. */
  readonly id: string;
  /** "This computer" or the host's name. */
  readonly name: string;
  readonly url: string;
  readonly kind: 'local' | 'remote';
  readonly reach:
    | { readonly is: 'unknown' | 'reachable' }
    | { readonly is: 'unreachable'; readonly fault: Fault };
  /** Credits on the account, where the server has said. */
  readonly coins?: number;
  /** True where its voices are stock voices, not clones: every screen that plays one says so. */
  readonly speaksWithStockVoices: boolean;
  /** Most characters of one speech request. */
  readonly textLimit: number;
}

/** A job as the window shows it. */
export interface JobView {
  readonly id: string;
  readonly kind: 'clone' | 'speak';
  readonly createdAt: number;
  readonly state: JobState;
  readonly voiceId: string;
  /** What is to be said, for `speak`. */
  readonly text?: string;
}

export type MicrophoneAccess = 'granted' | 'denied' | 'not-asked';

/** Something that happened before the window was there, told once. */
export type Notice =
  | { readonly is: 'takes-recovered'; readonly takeIds: readonly string[] }
  | { readonly is: 'file-set-aside'; readonly fileName: string; readonly keptAs: string };

/** Everything the window mirrors. */
export interface Snapshot {
  readonly version: string;
  readonly runtime: { readonly electron: string; readonly platform: 'linux' | 'darwin' | 'win32' };
  readonly server: ServerView;
  readonly settings: Settings;
  readonly takes: readonly Take[];
  readonly voices: readonly Voice[];
  readonly clips: readonly Clip[];
  readonly jobs: readonly JobView[];
  readonly microphone: MicrophoneAccess;
  readonly folders: { readonly home: string; readonly takes: string; readonly clips: string };
  readonly notices: readonly Notice[];
}

export interface BeginTake {
  /** What the device calls itself. */
  readonly device: string;
  /** Hz, as the first frame said. */
  readonly sampleRate: number;
}

export interface MakeVoice {
  readonly name: string;
  readonly takeIds: readonly string[];
  readonly model: A2eModel;
  readonly language: string;
  readonly gender: WireGender;
  /** The person ticked that the speaker agreed. */
  readonly consent: boolean;
}

export interface Say {
  readonly voiceId: string;
  readonly text: string;
  /** 0.5–2. */
  readonly speed: number;
}

/**
 * Every call from the window to the main process: name, argument, answer. A call answers a `Result`; what it changed
 * comes as an event. `null` is "no argument".
 */
export interface Calls {
  'app.open': { ask: null; answer: Snapshot };
  'settings.change': { ask: Partial<Settings>; answer: Result<Settings> };
  'microphone.ask': { ask: null; answer: MicrophoneAccess };
  'microphone.openSystemSettings': { ask: null; answer: Result<void> };
  /** Opens a take; its frames then travel over the port that `bridge.ts` hands over. */
  'take.begin': { ask: BeginTake; answer: Result<Take> };
  /** Closes the take once `samples` samples have arrived, and keeps it. */
  'take.stop': { ask: { readonly takeId: string; readonly samples: number }; answer: Result<Take> };
  'take.discard': { ask: { readonly takeId: string }; answer: Result<Take> };
  'take.restore': { ask: { readonly takeId: string }; answer: Result<Take> };
  'voice.make': { ask: MakeVoice; answer: Result<Voice> };
  'voice.rename': { ask: { readonly voiceId: string; readonly name: string }; answer: Result<Voice> };
  /** Deletes the voice on its server and here; the takes stay. */
  'voice.remove': { ask: { readonly voiceId: string }; answer: Result<void> };
  'speech.say': { ask: Say; answer: Result<JobView> };
  'job.retry': { ask: { readonly jobId: string }; answer: Result<JobView> };
  'job.cancel': { ask: { readonly jobId: string }; answer: Result<JobView> };
  'clip.discard': { ask: { readonly clipId: string }; answer: Result<Clip> };
  'clip.restore': { ask: { readonly clipId: string }; answer: Result<Clip> };
  /** Asks where to, and copies the WAV there; answers the path, or null when the person backed out. */
  'clip.saveAs': { ask: { readonly clipId: string }; answer: Result<string | null> };
  'folder.show': {
    ask: { readonly what: 'home' | 'takes' | 'clips' | 'clip' | 'take'; readonly id?: string };
    answer: Result<void>;
  };
  /** Tests address and token now, and tries what waits for the network. */
  'server.check': { ask: null; answer: ServerView };
}
export type CallName = keyof Calls;

/** Every event from the main process to the window: the whole new value of one noun. */
export interface Events {
  'take.changed': Take;
  'take.gone': { readonly id: string };
  /** A take that was being recorded had to end; what arrived is kept. */
  'take.broken': { readonly id: string; readonly fault: Fault };
  'voice.changed': Voice;
  'voice.gone': { readonly id: string };
  'clip.changed': Clip;
  'clip.gone': { readonly id: string };
  'job.changed': JobView;
  'job.gone': { readonly id: string };
  'server.changed': ServerView;
  'settings.changed': Settings;
  'microphone.changed': MicrophoneAccess;
}
export type EventName = keyof Events;

/** The names at run time; the mapped types make a missing or invented one an error. */
const callNames: { readonly [N in CallName]: true } = {
  'app.open': true,
  'settings.change': true,
  'microphone.ask': true,
  'microphone.openSystemSettings': true,
  'take.begin': true,
  'take.stop': true,
  'take.discard': true,
  'take.restore': true,
  'voice.make': true,
  'voice.rename': true,
  'voice.remove': true,
  'speech.say': true,
  'job.retry': true,
  'job.cancel': true,
  'clip.discard': true,
  'clip.restore': true,
  'clip.saveAs': true,
  'folder.show': true,
  'server.check': true,
};
export const CALL_NAMES = Object.keys(callNames) as readonly CallName[];

const eventNames: { readonly [N in EventName]: true } = {
  'take.changed': true,
  'take.gone': true,
  'take.broken': true,
  'voice.changed': true,
  'voice.gone': true,
  'clip.changed': true,
  'clip.gone': true,
  'job.changed': true,
  'job.gone': true,
  'server.changed': true,
  'settings.changed': true,
  'microphone.changed': true,
};
export const EVENT_NAMES = Object.keys(eventNames) as readonly EventName[];

/** One block of sound from the capture worker to the main process, in order, over the take's own port. */
export interface FrameMessage {
  readonly kind: 'frames';
  /** Index of the first sample since the take began. */
  readonly first: number;
  /** Mono, −1…1. */
  readonly samples: Float32Array;
}
/** The last message on the port: that many samples were sent in all. */
export interface EndMessage {
  readonly kind: 'end';
  readonly samples: number;
}
/** From main to the worker: the take is full or could not be written; recording must stop. */
export interface RefuseMessage {
  readonly kind: 'full' | 'broken';
}
/** What the page posts to the preload, with the take's port, so that frames go straight from the worker to main. */
export interface PortHandover {
  readonly timbre: 'frames-port';
  readonly takeId: string;
}

/** `window.timbre`: one function per call, one subscription. Built by the preload from the names above. */
export interface Bridge {
  call<N extends CallName>(name: N, ask: Calls[N]['ask']): Promise<Calls[N]['answer']>;
  /** Answers the undo. */
  on<N extends EventName>(name: N, listener: (value: Events[N]) => void): () => void;
}

/** Where the window fetches sound from, on its own origin: `media/takes/<id>.wav`, `media/clips/<id>.wav`. */
export function mediaPath(what: 'takes' | 'clips', id: string): string {
  return `/media/${what}/${id}.wav`;
}
