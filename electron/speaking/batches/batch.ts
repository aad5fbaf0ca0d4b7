import type { Pronunciation } from '../../cloning/voice/manner.ts';
import type { DocumentKind, DocumentLine } from '../documents/document.ts';
import type { PieceEnd } from '../text/split-text.ts';

/** One request of a batch: a sentence of a text, or a row of a table. */
export interface BatchLine {
  /** Unique within its batch. */
  readonly id: string;
  /** As it is shown. */
  readonly text: string;
  /** What is sent, where that is something else (pronunciation list, cleaning, the person's own words for it). */
  readonly sent?: string;
  /** How this line is to be said, as the person wrote it: then no pronunciation list is asked. */
  readonly spokenAs?: string;
  /** Lines of one row are one paragraph, table row or cue: exported one per line, they are one file. */
  readonly row: number;
  readonly end: PieceEnd;
  /** Absent: the batch's. */
  readonly voiceId?: string;
  /** 0.5–2; absent: the batch's. */
  readonly speed?: number;
  readonly fileName?: string;
  readonly chapter?: string;
  /** When the cue it is of is shown. */
  readonly cue?: DocumentLine['cue'];
  /** Silence that the text asks for, in milliseconds. */
  readonly pauseBeforeMs?: number;
  readonly pauseAfterMs?: number;
}

/** What the rows of a batch are called where it came from. */
export const ROW_KINDS = ['paragraph', 'row', 'cue'] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export const ROW_KIND_OF: { readonly [K in DocumentKind]: RowKind } = {
  ...{ txt: 'paragraph', md: 'paragraph', docx: 'paragraph', epub: 'paragraph' },
  ...{ csv: 'row', srt: 'cue', vtt: 'cue' },
};

/** A text or document that is being spoken: what was asked. What has become of its lines, the jobs and clips tell. */
export interface Batch {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly voiceId: string;
  /** 0.5–2. */
  readonly speed: number;
  /** Of this text alone; they count before the voice's own. */
  readonly pronunciations?: readonly Pronunciation[];
  /** Absent: paragraphs. */
  readonly rowKind?: RowKind;
  /** Most credits that may go for it; absent: no limit. */
  readonly ceiling?: number;
  /** What its lines were charged up to the reading of the credits that came after `since`. */
  readonly charged?: { readonly credits: number; readonly since: number };
  /** How many lines it has. */
  readonly lines: number;
  /**
   * False from before its lines are written until the queue is in step with them: a start in between makes up for it.
   */
  readonly isAsked: boolean;
  readonly state: { readonly status: 'kept' } | { readonly status: 'discarded'; readonly at: number };
}

/** Which line of which batch a job or a clip belongs to. */
export interface LineRef {
  readonly batchId: string;
  readonly lineId: string;
  /** When it was asked for, in milliseconds since 1970: what was asked for last stands for the line. Absent in those of before. */
  readonly askedAt?: number;
}

/**
 * - `batch-not-found`, `line-not-found`: no such one.
 * - `batch-unreadable`: its lines cannot be read from disk.
 * - `batch-too-long`: more lines than the queue takes (facts: `lines`, `limit`).
 * - `batch-ceiling-reached`: it has used the credits it may use (facts: `used`, `ceiling`).
 */
export type BatchFaultCode =
  | 'batch-not-found'
  | 'line-not-found'
  | 'batch-unreadable'
  | 'batch-too-long'
  | 'batch-ceiling-reached';

/** Most lines of one batch. */
export const MOST_LINES = 100_000;
