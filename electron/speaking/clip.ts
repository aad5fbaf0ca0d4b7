import type { SamplePart } from '../cloning/sample/sample.ts';
import type { BatchFaultCode, LineRef } from './batches/batch.ts';
import type { DocumentFaultCode } from './documents/document.ts';
import type { ExportFaultCode } from './exporting/sound-file.ts';
import type { ClipDoubt } from './joining/proof-listen.ts';

/** A piece of generated speech, kept as a WAV in the library folder. Times are milliseconds since 1970. */
export interface Clip {
  readonly id: string;
  readonly jobId: string;
  readonly voiceId: string;
  /** The voice's name when it spoke. */
  readonly voiceName: string;
  readonly server: string;
  readonly text: string;
  /** What was sent, where that is something else than the text; absent in clips of before. */
  readonly sent?: string;
  /** 0.5–2. */
  readonly speed: number;
  readonly createdAt: number;
  /** Hz. */
  readonly sampleRate: number;
  readonly samples: number;
  /** Name of the stock voice that spoke; absent for a real clone. */
  readonly stock?: string;
  /** Integrated loudness (EBU R 128), LUFS, where it was measured: of lines that are compared. */
  readonly loudness?: number;
  /** From its first to its last sound, in milliseconds; absent in clips of before. */
  readonly spokenMs?: number;
  /** What it should be heard again for; absent where nothing is. */
  readonly doubts?: readonly ClipDoubt[];
  /** The line of a batch that it speaks. */
  readonly line?: LineRef;
  /** What it says and how (see `contentKey`): by it the same words are found again and not paid for twice. */
  readonly key?: string;
  readonly isFavourite?: true;
  /** The stretch of a take it was cut out of: nothing was made, the person really said it. */
  readonly recording?: Omit<SamplePart, 'sentence'>;
  readonly state: { readonly status: 'kept' } | { readonly status: 'discarded'; readonly at: number };
}

export type SpeakingFaultCode =
  | BatchFaultCode
  | ExportFaultCode
  | DocumentFaultCode
  | 'text-empty'
  | 'text-too-long'
  | 'speed-out-of-range'
  | 'voice-failed'
  | 'voice-not-ready'
  | 'comparison-not-possible'
  | 'comparison-not-found'
  | 'maybe-charged'
  | 'clip-not-audio'
  | 'own-line-not-found'
  | 'speech-link-lost'
  | 'clip-not-found'
  | 'clip-not-possible';
