import type { Result } from '../../result.ts';

export const EXPORT_FORMATS = ['wav', 'mp3', 'm4a'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** A sound file that is being written, block by block. */
export interface SoundFileWriter {
  /** Mono, −1…1. */
  add(samples: Float32Array<ArrayBuffer>): Promise<void>;
  /** Writes what is left; the file is whole after it. */
  finish(): Promise<Result<void, ExportFaultCode>>;
  /** Frees what is held where the file is given up. */
  cancel(): Promise<void>;
}

/**
 * - `export-failed`: the encoder gave up (detail).
 * - `export-too-long`: longer than the format can hold (facts: `hours`).
 * - `export-empty`: none of the lines has been spoken yet.
 */
export type ExportFaultCode = 'export-failed' | 'export-too-long' | 'export-empty';
