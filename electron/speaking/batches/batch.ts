import type { Pronunciation } from '../text/pronunciation.ts';
import type { PieceEnd } from '../text/split-text.ts';

/** One request of a batch: a sentence of a text, or a row of a table. */
export interface BatchLine {
  /** Unique within its batch. */
  readonly id: string;
  /** As it is shown. */
  readonly text: string;
  /** What is sent, where that is something else (pronunciation list, cleaning). */
  readonly sent?: string;
  /** Lines of one row are one paragraph, table row or cue: exported one per line, they are one file. From 0. */
  readonly row: number;
  readonly end: PieceEnd;
  /** Absent: the batch's. */
  readonly voiceId?: string;
  readonly fileName?: string;
  readonly chapter?: string;
  /** Silence that the text asks for, in milliseconds. */
  readonly pauseBeforeMs?: number;
  readonly pauseAfterMs?: number;
}

/** A text or document that is being spoken: what was asked. What has become of its lines, the jobs and clips tell. */
export interface Batch {
  readonly id: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly voiceId: string;
  /** 0.5–2. */
  readonly speed: number;
  readonly pronunciations?: readonly Pronunciation[];
  /** How many lines it has. */
  readonly lines: number;
  /** False between being kept and its jobs being in the queue: a start in between makes up for it. */
  readonly isAsked: boolean;
  readonly state: { readonly status: 'kept' } | { readonly status: 'discarded'; readonly at: number };
}

/** Which line of which batch a job or a clip belongs to. */
export interface LineRef {
  readonly batchId: string;
  readonly lineId: string;
}

/**
 * - `batch-not-found`, `line-not-found`: no such one.
 * - `batch-unreadable`: its lines cannot be read from disk.
 * - `batch-too-long`: more lines than the queue takes (facts: `lines`, `limit`).
 */
export type BatchFaultCode = 'batch-not-found' | 'line-not-found' | 'batch-unreadable' | 'batch-too-long';

/** Most lines of one batch. */
export const MOST_LINES = 100_000;
