import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import { ok, type Result } from '../result.ts';
import { type WriteFaultCode, writeFault } from './write-fault.ts';

/** Ending of files that are being written; one found at a start is what a killed process left. */
export const PART_ENDING = '.part';

/**
 * Writes a file whole or not at all: to a neighbour first, flushed to disk, then renamed. Throws what the file system
 * throws (disk full, no permission); the old file is then untouched.
 */
export function writeAtomic(file: string, content: Uint8Array | string): Promise<void> {
  return writeThrough({ file, content, mode: 0o666 });
}

/** The same for a secret: nobody but its owner may read the file. */
export function writePrivate(file: string, content: Uint8Array | string): Promise<void> {
  return writeThrough({ file, content, mode: 0o600 });
}

async function writeThrough({
  file,
  content,
  mode,
}: {
  file: string;
  content: Uint8Array | string;
  mode: number;
}): Promise<void> {
  const part = `${file}.${randomBytes(6).toString('hex')}${PART_ENDING}`;
  try {
    const handle = await open(part, 'wx', mode);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    throw error;
  }
}

/** The same, with the file system's refusal as a fault. */
export async function writeWhole(
  file: string,
  content: Uint8Array | string,
): Promise<Result<void, WriteFaultCode>> {
  try {
    return ok(await writeAtomic(file, content));
  } catch (error) {
    return writeFault(error);
  }
}

/** Where a file's bytes go while it is being made. */
export interface PartSink {
  /** Puts bytes at an offset; earlier ones may be written over. Throws what the file system throws. */
  write(bytes: Uint8Array, at: number): Promise<void>;
}

/**
 * The same for a file too large for memory: `fill` writes it piece by piece. Where `fill` answers a fault or the file
 * system refuses, nothing is left; what else `fill` throws comes through.
 */
export async function writeWholeBy<T, C extends string>(
  file: string,
  fill: (sink: PartSink) => Promise<Result<T, C>>,
): Promise<Result<T, C | WriteFaultCode>> {
  const part = partOf(file);
  try {
    const handle = await open(part, 'wx');
    let filled: Result<T, C>;
    try {
      filled = await fill({
        async write(bytes, at) {
          for (let done = 0; done < bytes.length; )
            done += (await handle.write(bytes, done, bytes.length - done, at + done)).bytesWritten;
        },
      });
      if (filled.ok) await handle.sync();
    } finally {
      await handle.close();
    }
    if (filled.ok) await rename(part, file);
    else await rm(part, { force: true });
    return filled;
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    if (error instanceof Error && 'code' in error) return writeFault(error);
    throw error;
  }
}

function partOf(file: string): string {
  return `${file}.${randomBytes(6).toString('hex')}${PART_ENDING}`;
}

/** A copy of a file, whole or not at all; where the file system can, the two share their blocks. */
export async function copyWhole(from: string, to: string): Promise<Result<void, WriteFaultCode>> {
  const part = partOf(to);
  try {
    await copyFile(from, part, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL);
    const handle = await open(part, 'r+');
    await handle.sync().finally(() => handle.close());
    await rename(part, to);
    return ok(undefined);
  } catch (error) {
    await rm(part, { force: true }).catch(() => undefined);
    return writeFault(error);
  }
}
