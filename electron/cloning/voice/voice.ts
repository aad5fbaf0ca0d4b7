import type { A2eModel, WireGender } from '../../a2e/wire.ts';
import type { Fault } from '../../result.ts';
import type { SamplePart } from '../sample/sample.ts';
import type { Manner } from './manner.ts';

export type Gender = WireGender;

/** How far a voice is. The words are A2E's own, with `waiting` and `uploading` before them. */
export type VoiceState =
  | { readonly status: 'waiting' }
  | { readonly status: 'uploading' }
  | { readonly status: 'sent'; readonly remoteId: string }
  | { readonly status: 'processing'; readonly remoteId: string; readonly wireStatus: string }
  | {
      readonly status: 'completed';
      readonly remoteId: string;
      /** The server's second id for it; to be tried first when speaking. */
      readonly speakerId?: string;
      /** Which of the two ids spoke last time. */
      readonly speakId?: string;
      /** Name of the stock voice it speaks with: no clone. Absent for a real clone. */
      readonly stock?: string;
    }
  /** It was ready, and the server does not know it any more; `at` is when that was found out. */
  | { readonly status: 'gone'; readonly at: number; readonly remoteId?: string }
  | { readonly status: 'failed'; readonly fault: Fault; readonly remoteId?: string };

/** The sound in which the speaker agrees, cut out of a take or given as a file, kept beside the voice and never uploaded. */
export interface ConsentRecord {
  /** Names the file in the consent folder. */
  readonly id: string;
  /** What was to be read: name, date, purpose. */
  readonly text: string;
  /** SHA-256 of the WAV file, hexadecimal. */
  readonly sha256: string;
  readonly seconds: number;
}

/** That the speaker agreed: without it nothing is uploaded. Times are milliseconds since 1970. */
export interface Consent {
  readonly at: number;
  /**
   * `spoken` in a recording of ours; `statement` and `ticked` for imported sound; `command-line` by its option;
   * `elsewhere` for a voice that was not made here: nothing of it was uploaded by Timbre.
   */
  readonly how: 'spoken' | 'statement' | 'ticked' | 'command-line' | 'elsewhere';
  /** There for `spoken` and `statement`. */
  readonly record?: ConsentRecord;
}

/** Where a voice comes from that was not made of takes here. */
export type VoiceOrigin =
  /**
   * Found on the account. `engine` is what the server calls its model; absent where it does not say. Where it does not
   * say the language either, English is assumed.
   */
  | { readonly is: 'account'; readonly engine?: string; readonly languageAssumed?: true }
  /** One of the server's own voices: nobody's clone. */
  | { readonly is: 'public' }
  /** Brought in from a `.timbrevoice` file. */
  | { readonly is: 'file' };

/** A clone that this voice was before it was made again. */
export interface PastClone {
  readonly why: 'rebuilt' | 'recorded-again';
  /** When it gave way. */
  readonly until: number;
  readonly server: string;
  readonly model: A2eModel;
  /** Absent where its training never got that far. */
  readonly remoteId?: string;
  readonly takeIds: readonly string[];
  readonly parts?: readonly SamplePart[];
}

/** A person's voice as kept here; the clone itself lives on `server`. */
export interface Voice extends Manner {
  readonly id: string;
  readonly name: string;
  /** `local` for this computer, else the base URL of the server. */
  readonly server: string;
  readonly model: A2eModel;
  /** ISO 639-1, such as `en`. */
  readonly language: string;
  /** Whose way of the language, ISO 3166, such as `GB`; absent: the usual one. */
  readonly region?: string;
  readonly gender: Gender;
  readonly takeIds: readonly string[];
  /** What of the takes makes the sample, in order; absent: each of them whole. */
  readonly parts?: readonly SamplePart[];
  readonly consent: Consent;
  /** The job that trains it. */
  readonly jobId: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly state: VoiceState;
  /** Absent: made here, of takes. */
  readonly origin?: VoiceOrigin;
  /** Shared by voices that were made of one sample at once, to be compared. */
  readonly groupId?: string;
  readonly tags?: readonly string[];
  readonly note?: string;
  /** When it last spoke. */
  readonly usedAt?: number;
  /** What it was before, oldest first. */
  readonly history?: readonly PastClone[];
}

export type CloningFaultCode =
  | 'consent-missing'
  | 'consent-not-heard'
  | 'part-not-possible'
  | 'name-missing'
  | 'language-unsupported'
  | 'sample-missing'
  | 'sample-too-short'
  | 'sample-too-long'
  | 'sample-silent'
  | 'voice-not-found'
  | 'voice-ambiguous'
  | 'voice-name-taken'
  | 'voice-not-yours'
  | 'voice-not-possible'
  | 'training-failed'
  | 'training-unknown'
  | 'server-not-set'
  | 'token-missing'
  | 'ceiling-reached'
  | 'voice-gone';
