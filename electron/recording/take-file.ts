import { open } from 'node:fs/promises';
import { type WriteFaultCode, writeFault } from '../disk/write-fault.ts';
import { ok, type Result } from '../result.ts';
import type { BitDepth } from './take.ts';
import { encodePcm, WAV_HEADER_BYTES, wavHeader } from './wav.ts';

/** How often the growing file is forced to the disk itself, in milliseconds: what a power cut can cost. */
const SYNC_EVERY_MS = 1000;

/** A WAV file that grows while it is recorded. */
export interface TakeFile {
  /** Samples on disk and named by the header so far. */
  readonly samples: number;
  /**
   * Adds mono samples (−1…1). Writes the sound first and the header's lengths after it, so that the file is a valid WAV
   * after every single write: a kill in between costs only what the header does not name yet. After a failure
   * nothing more is written and what was named before stays.
   */
  append(samples: Float32Array): Promise<Result<void, WriteFaultCode>>;
  /** Forces everything to disk and closes; fails with what stopped an earlier write. */
  close(): Promise<Result<number, WriteFaultCode>>;
}

/** What a growing file needs of the file it is written to; a `FileHandle` is one. */
export interface OpenFile {
  write(
    bytes: Uint8Array,
    offset: number,
    length: number,
    position: number,
  ): Promise<{ readonly bytesWritten: number }>;
  datasync(): Promise<void>;
  close(): Promise<void>;
}

/** Makes a WAV at `path`, which must not exist yet, and keeps it open for appending. */
export async function createTakeFile(options: {
  path: string;
  /** Hz. */
  sampleRate: number;
  bitDepth: BitDepth;
}): Promise<Result<TakeFile, WriteFaultCode>> {
  const { path, sampleRate, bitDepth } = options;
  try {
    return await beginTakeFile(await open(path, 'wx'), { sampleRate, bitDepth });
  } catch (error) {
    return writeFault(error);
  }
}

/** The same over a file that is open and empty; closes it where not even the header can be written. */
export async function beginTakeFile(
  file: OpenFile,
  format: { sampleRate: number; bitDepth: BitDepth },
): Promise<Result<TakeFile, WriteFaultCode>> {
  try {
    await writeWhole(file, wavHeader({ ...format, samples: 0 }), 0);
    return ok(growingFile(file, format));
  } catch (error) {
    await file.close().catch(() => undefined);
    return writeFault(error);
  }
}

function growingFile(
  file: OpenFile,
  { sampleRate, bitDepth }: { sampleRate: number; bitDepth: BitDepth },
): TakeFile {
  let samples = 0;
  let queue: Promise<Result<void, WriteFaultCode>> = Promise.resolve(ok(undefined));
  let syncedAt = performance.now();
  let syncing: Promise<unknown> = Promise.resolve();
  let refusal: { readonly error: unknown } | undefined;

  /** Beside the writing and not in its way: a disk that is slow to do it would hold up sound that a kill then takes. */
  const sync = () => {
    syncedAt = performance.now();
    syncing = syncing
      .then(() => file.datasync())
      .catch((error: unknown) => {
        refusal = { error };
      });
  };

  const write = async (block: Float32Array): Promise<Result<void, WriteFaultCode>> => {
    const bytes = encodePcm(block, bitDepth);
    try {
      if (refusal) throw refusal.error;
      await writeWhole(file, bytes, WAV_HEADER_BYTES + samples * (bitDepth / 8));
      const grown = samples + block.length;
      await writeWhole(file, wavHeader({ sampleRate, bitDepth, samples: grown }), 0);
      samples = grown;
      if (performance.now() - syncedAt > SYNC_EVERY_MS) sync();
      return ok(undefined);
    } catch (error) {
      return writeFault(error);
    }
  };

  return {
    get samples() {
      return samples;
    },
    append(block) {
      queue = queue.then((before) => (before.ok ? write(block) : before));
      return queue;
    },
    async close() {
      const last = await queue;
      await syncing;
      try {
        await file.datasync();
        await file.close();
      } catch (error) {
        await file.close().catch(() => undefined);
        if (last.ok) return writeFault(error);
      }
      // The system says once that it could not flush, and perhaps not to the flush that came last.
      if (last.ok && refusal) return writeFault(refusal.error);
      return last.ok ? ok(samples) : last;
    },
  };
}

async function writeWhole(file: Pick<OpenFile, 'write'>, bytes: Uint8Array, at: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
    done += bytesWritten;
  }
}

/**
 * Puts the header of a take whose process died in order and cuts off half a sample; answers the number of samples.
 * Sound that was written but not yet named by the header is kept.
 */
export async function repairTakeFile(
  path: string,
  format: { sampleRate: number; bitDepth: BitDepth },
): Promise<Result<number, WriteFaultCode>> {
  try {
    const file = await open(path, 'r+');
    try {
      const { size } = await file.stat();
      const bytesPerSample = format.bitDepth / 8;
      const samples = Math.max(0, Math.floor((size - WAV_HEADER_BYTES) / bytesPerSample));
      await file.truncate(WAV_HEADER_BYTES + samples * bytesPerSample);
      await writeWhole(file, wavHeader({ ...format, samples }), 0);
      await file.datasync();
      return ok(samples);
    } finally {
      await file.close();
    }
  } catch (error) {
    return writeFault(error);
  }
}
