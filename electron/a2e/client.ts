import type { Result } from '../result.ts';
import type { A2eFaultCode } from './faults.ts';
import type { A2eTimeouts } from './timeouts.ts';
import type { A2eModel, WireGender } from './wire.ts';

export type A2eResult<T> = Result<T, A2eFaultCode>;

/** Where the client's calls go and what they carry. `token` is asked for at each call and kept nowhere. */
export interface A2eClientOptions {
  /** Such as `https://video.a2e.ai` or `http://127.0.0.1:8787`; a trailing slash or a path prefix is fine. */
  readonly baseUrl: string;
  readonly token: () => string;
  /** Language of the server's messages (`x-lang`), default `en-US`. */
  readonly language?: string;
  /**
   * Default: Node's own. Not Electron's `net.fetch`: Chromium sends a request again by itself, a POST too, when a
   * connection it reuses breaks, and a paid call would be made twice.
   */
  readonly fetch?: typeof globalThis.fetch;
  /** The clock, milliseconds since 1970; default `Date.now`. Used for Retry-After dates. */
  readonly now?: () => number;
  /** Milliseconds; defaults in `timeouts.ts`. */
  readonly timeouts?: Partial<A2eTimeouts>;
}

/** A voice on the server, the two spellings and the many statuses of the wire made one. */
export interface RemoteVoice {
  readonly id: string;
  readonly name: string;
  readonly sampleUrls: readonly string[];
  /** `running` covers sent, processing and every word we do not know; `wireStatus` is the word as it came. */
  readonly status: 'running' | 'completed' | 'failed';
  readonly wireStatus: string;
  readonly model?: string;
  readonly language?: string;
  readonly gender?: string;
  /** Non-empty `speaker_id`: to be preferred over `id` when speaking. */
  readonly speakerId?: string;
  readonly failure?: string;
  /** Name of the stock voice this one speaks with; absent for a real clone. */
  readonly stock?: string;
  /** Milliseconds since 1970, where the server says it. */
  readonly createdAt?: number;
}

/** What the server lists; `isWhole` only where both lists were read to their end, so that what is missing is not there. */
export interface VoiceListing {
  readonly voices: readonly RemoteVoice[];
  readonly isWhole: boolean;
}

/** How a voice was deleted: by this call, or it was gone already. */
export interface Removal {
  readonly wasThere: boolean;
  readonly traceId?: string;
}

export interface TrainingRequest {
  /** 1–100 characters, as the person wrote it. */
  readonly name: string;
  readonly sampleUrls: readonly string[];
  readonly model: A2eModel;
  /** Short ISO 639-1 code such as `en`. */
  readonly language: string;
  readonly gender: WireGender;
}

export interface SpeechRequest {
  readonly text: string;
  /** `clone`: the ids to try, the preferred first (`speaker_id`, then `_id`). `public`: a stock voice of the server. */
  readonly voice:
    | {
        readonly kind: 'clone';
        readonly ids: readonly [string, ...string[]];
        readonly country: string;
        readonly region: string;
      }
    | { readonly kind: 'public'; readonly id: string };
  /** 0.5–2; 1 is the voice's own pace. */
  readonly rate: number;
}

export interface Speech {
  /** Where the audio can be fetched; dies after days. */
  readonly url: string;
  /** Which of the ids worked, for `clone`. */
  readonly voiceId?: string;
  /** Name of the stock voice that spoke; absent for a real clone. */
  readonly stock?: string;
}

/** Bytes that are read anew for each attempt, a piece at a time; a piece holds until the next is asked for. */
export interface SampleBody {
  readonly byteLength: number;
  read(): AsyncIterable<Uint8Array>;
}

export interface SampleUpload {
  readonly body: SampleBody;
  /** Such as `audio/wav`. */
  readonly contentType: string;
  /** ASCII letters, digits, `-`, `_`, `.`, `/` only: it becomes part of a URL. Unique to this upload. */
  readonly key: string;
  /** Told how many bytes are on their way so far; begins anew where the upload does. */
  readonly onSent?: (bytes: number) => void;
}

/** One of a server's own voices. */
export interface PublicVoice {
  /** Its `tts_id`. */
  readonly id: string;
  readonly name: string;
  readonly gender?: 'female' | 'male';
  /** The pace at which it speaks best, where the server says so. */
  readonly rate?: number;
  /** Name of the stock voice it is; Timbre's own addition. */
  readonly stock?: string;
}

/** A language as the server names it. */
export interface RemoteLanguage {
  /** As the server takes it, such as `en`. */
  readonly code: string;
  readonly name: string;
}

/** What a person has on the account. */
export interface Credits {
  readonly coins: number;
}

/**
 * An A2E server as Timbre uses it. Every call is bounded in time and size, follows no redirect, sends the token to no
 * other host, and ends as a value. A call that starts paid work (`train`, `speak`) is sent at most once per voice id
 * and never repeated after an ambiguous end (see `mayHaveHappened`). Every call stops early when `signal` fires and
 * then answers `canceled`.
 */
export interface A2eClient {
  readonly baseUrl: string;
  /** Presigned upload: asks for a link, PUTs the bytes without the token, answers the public URL. A link that expired is replaced once. */
  upload(sample: SampleUpload, signal?: AbortSignal): Promise<A2eResult<{ readonly url: string }>>;
  /**
   * Looks at a public URL as A2E will: 200, no redirect, audio content type, no space, this length in bytes. What is
   * wrong with the sample is `sample-unreachable`; a network that is down, 429 and 5xx keep their own codes.
   */
  preflight(url: string, byteLength: number, signal?: AbortSignal): Promise<A2eResult<void>>;
  /** Starts a training. Paid: never repeat after an ambiguous end before `findBySample`. */
  train(request: TrainingRequest, signal?: AbortSignal): Promise<A2eResult<RemoteVoice>>;
  /**
   * The voice with this id. Where the weak by-id path says 404 or null, the two lists are asked before `not-found` is
   * answered. Even then it proves that the voice is gone only where `isCertainlyGone(fault)` (`voices.ts`) says so: a
   * training under way may be in a list that could not be read.
   */
  voice(id: string, signal?: AbortSignal): Promise<A2eResult<RemoteVoice>>;
  /** Finished clones, and those in training where the server has such a list. */
  voices(signal?: AbortSignal): Promise<A2eResult<VoiceListing>>;
  /**
   * The voice whose sample is `url`, compared by path so that a moved origin still matches. `certain` is false where
   * the list of trainings under way could not be read, so that "none" proves nothing yet.
   */
  findBySample(
    url: string,
    signal?: AbortSignal,
  ): Promise<A2eResult<{ readonly voice?: RemoteVoice; readonly certain: boolean }>>;
  /** Has text spoken; answers where the audio is. Paid. A voice-not-found is tried once more with the next id. */
  speak(request: SpeechRequest, signal?: AbortSignal): Promise<A2eResult<Speech>>;
  /** Fetches finished speech whole (at most 200 MB). The token does not go along: these links are public. */
  download(
    url: string,
    signal?: AbortSignal,
  ): Promise<A2eResult<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly contentType: string }>>;
  /** Deletes a clone. A 404 is success, already gone, unless the server still lists the voice: then `refused`. */
  removeVoice(id: string, signal?: AbortSignal): Promise<A2eResult<Removal>>;
  /** The cheap way to test address and token, and to see whether a call was charged. */
  credits(signal?: AbortSignal): Promise<A2eResult<Credits>>;
  /** Trainings under way alone. */
  running(signal?: AbortSignal): Promise<A2eResult<readonly RemoteVoice[]>>;
  /** The server's own voices for a language (`country`) and region; all of them without. */
  publicVoices(
    filter: { readonly country?: string; readonly region?: string },
    signal?: AbortSignal,
  ): Promise<A2eResult<readonly PublicVoice[]>>;
  languages(signal?: AbortSignal): Promise<A2eResult<readonly RemoteLanguage[]>>;
  /** The language of a text, such as `en`; `und` where the server says nothing of use. */
  detectLanguage(text: string, signal?: AbortSignal): Promise<A2eResult<string>>;
  /** Copies a public file into the server's storage. */
  copyToStorage(url: string, signal?: AbortSignal): Promise<A2eResult<{ readonly url: string }>>;
  /** Clones the voice of an avatar's video. Taken for paid: never repeated after an ambiguous end. */
  cloneAvatarVoice(avatarId: string, signal?: AbortSignal): Promise<A2eResult<RemoteVoice | undefined>>;
}
