import { type AppCalls, type AppEvents, appCallNames, appEventNames } from './calls/app.ts';
import { type BatchCalls, type BatchEvents, batchCallNames, batchEventNames } from './calls/batches.ts';
import { type ClipCalls, type ClipEvents, clipCallNames, clipEventNames } from './calls/clips.ts';
import {
  type ComparisonCalls,
  type ComparisonEvents,
  comparisonCallNames,
  comparisonEventNames,
} from './calls/comparisons.ts';
import { type ImportCalls, type ImportEvents, importCallNames, importEventNames } from './calls/imports.ts';
import { type ModelCalls, type ModelEvents, modelCallNames, modelEventNames } from './calls/models.ts';
import { type SampleCalls, type SampleEvents, sampleCallNames, sampleEventNames } from './calls/samples.ts';
import { type ServerCalls, type ServerEvents, serverCallNames, serverEventNames } from './calls/servers.ts';
import { type SpeechCalls, type SpeechEvents, speechCallNames, speechEventNames } from './calls/speech.ts';
import { type TakeCalls, type TakeEvents, takeCallNames, takeEventNames } from './calls/takes.ts';
import { type VoiceCalls, type VoiceEvents, voiceCallNames, voiceEventNames } from './calls/voices.ts';

export type * from './calls/app.ts';
export type * from './calls/batches.ts';
export type * from './calls/clips.ts';
export type * from './calls/comparisons.ts';
export type * from './calls/imports.ts';
export type * from './calls/models.ts';
export type * from './calls/samples.ts';
export type * from './calls/servers.ts';
export type * from './calls/speech.ts';
export type * from './calls/takes.ts';
export type * from './calls/voices.ts';

/**
 * Every call from the window to the main process: name, argument, answer. A call answers a `Result`; what it changed
 * comes as an event. `null` is "no argument". The calls of each noun stand in `calls/`.
 */
export interface Calls
  extends AppCalls,
    ServerCalls,
    TakeCalls,
    ImportCalls,
    ModelCalls,
    SampleCalls,
    VoiceCalls,
    ComparisonCalls,
    SpeechCalls,
    ClipCalls,
    BatchCalls {}
export type CallName = keyof Calls;
/** What the window itself may call: a path is never its word. */
export type WindowCallName = Exclude<CallName, 'take.importDropped'>;

/** Every event from the main process to the window: the whole new value of one noun. */
export interface Events
  extends AppEvents,
    ServerEvents,
    TakeEvents,
    SampleEvents,
    ImportEvents,
    ModelEvents,
    VoiceEvents,
    ComparisonEvents,
    SpeechEvents,
    ClipEvents,
    BatchEvents {}
export type EventName = keyof Events;

/** The names at run time; the mapped types make a missing or invented one an error. */
const callNames: { readonly [N in CallName]: true } = {
  ...appCallNames,
  ...serverCallNames,
  ...takeCallNames,
  ...sampleCallNames,
  ...importCallNames,
  ...modelCallNames,
  ...voiceCallNames,
  ...comparisonCallNames,
  ...speechCallNames,
  ...clipCallNames,
  ...batchCallNames,
};
export const CALL_NAMES = Object.keys(callNames) as readonly CallName[];

const eventNames: { readonly [N in EventName]: true } = {
  ...appEventNames,
  ...serverEventNames,
  ...takeEventNames,
  ...sampleEventNames,
  ...importEventNames,
  ...modelEventNames,
  ...voiceEventNames,
  ...comparisonEventNames,
  ...speechEventNames,
  ...clipEventNames,
  ...batchEventNames,
};
export const EVENT_NAMES = Object.keys(eventNames) as readonly EventName[];

/** What the page posts to the preload, with the take's port, so that frames go straight from the worker to main. */
export interface PortHandover {
  readonly timbre: 'frames-port';
  readonly takeId: string;
}

/** `window.timbre`: one function per call, one subscription. Built by the preload from the names above. */
export interface Bridge {
  call<N extends WindowCallName>(name: N, ask: Calls[N]['ask']): Promise<Calls[N]['answer']>;
  /** Takes dropped files in: a page cannot name a path, so the preload looks up what stands behind each file. */
  importFiles(files: readonly File[]): Promise<Calls['take.importDropped']['answer']>;
  /** Answers the undo. */
  on<N extends EventName>(name: N, listener: (value: Events[N]) => void): () => void;
}

/** Where the window fetches sound from, on its own origin: `media/takes/<id>.wav`, and so for the others. */
export function mediaPath(
  what: 'takes' | 'clips' | 'consents' | 'auditions' | 'comparisons',
  id: string,
): string {
  return `/media/${what}/${id}.wav`;
}

/** Where the window fetches clip `index` of the sample in the making from, as it is rendered at this revision. */
export function samplePath(revision: number, index: number): string {
  return `/media/samples/${revision}-${index}.wav`;
}
