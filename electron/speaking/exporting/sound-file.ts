import type { Result } from '../../result.ts';

export const EXPORT_FORMATS = ['wav', 'mp3', 'm4a', 'opus'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/** The format that a file's name or path ends in, in any case; undefined where it is none that can be written. */
export function formatOfPath(path: string): ExportFormat | undefined {
  const ending = /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase();
  return EXPORT_FORMATS.find((format) => format === ending);
}

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
 * - `export-not-found`: nothing was exported under this name since Timbre started.
 * - `drag-not-possible`: the system does not let the files be dragged, or copied, out of the window (detail).
 * - `too-many-files`: more than can be dragged or copied at once (facts: `clips`, `limit`).
 */
export type ExportFaultCode =
  | 'export-failed'
  | 'export-too-long'
  | 'export-empty'
  | 'export-not-found'
  | 'drag-not-possible'
  | 'too-many-files';
