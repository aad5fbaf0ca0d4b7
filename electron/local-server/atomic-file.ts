import { randomBytes } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';

/** Ending of files that are being written; one found at a start is what a killed process left. */
export const PART_ENDING = '.part';

/**
 * Writes a file whole or not at all: to a neighbour first, flushed to disk, then renamed. Throws what the file system
 * throws (disk full, no permission); the old file is then untouched.
 */
export async function writeAtomic(file: string, content: Uint8Array | string): Promise<void> {
  const part = `${file}.${randomBytes(6).toString('hex')}${PART_ENDING}`;
  try {
    const handle = await open(part, 'wx');
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
