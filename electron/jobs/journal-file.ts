import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The open journal. Every function rejects with the system's error when the disk refuses. */
export interface JournalFile {
  /** Puts all bytes at this offset; when it rejects, some of them may be in the file. */
  write(bytes: Uint8Array, at: number): Promise<void>;
  /** Resolves when everything written so far would survive a power cut. */
  flush(): Promise<void>;
  truncate(length: number): Promise<void>;
  close(): Promise<void>;
}

/** The few things the journal asks of a disk; a test gives one that fails when told to. */
export interface JournalDisk {
  /** The whole file; empty when there is none yet. */
  read(path: string): Promise<Buffer>;
  /** Opens for writing; makes the file and its folder when missing. */
  open(path: string): Promise<JournalFile>;
  /** Puts a whole file in place: killed at any instant, either the old one or the new one is there. */
  replace(path: string, bytes: Uint8Array): Promise<void>;
}

/** The disk of this computer. Its files can be read by this user only, where the system knows such a thing. */
export const nodeDisk: JournalDisk = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return Buffer.alloc(0);
      throw error;
    }
  },
  async open(path) {
    await makeFolder(dirname(path));
    await rm(`${path}.new`, { force: true });
    const handle = await open(path, constants.O_RDWR | constants.O_CREAT, 0o600);
    try {
      await flushFolder(dirname(path));
    } catch (error) {
      await handle.close();
      throw error;
    }
    return asJournalFile(handle);
  },
  async replace(path, bytes) {
    const fresh = `${path}.new`;
    try {
      const handle = await open(fresh, 'w', 0o600);
      try {
        await writeAll(handle, bytes, 0);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(fresh, path);
    } catch (error) {
      await rm(fresh, { force: true });
      throw error;
    }
    await flushFolder(dirname(path));
  },
};

function asJournalFile(handle: FileHandle): JournalFile {
  return {
    write: (bytes, at) => writeAll(handle, bytes, at),
    flush: () => handle.datasync(),
    truncate: (length) => handle.truncate(length),
    close: () => handle.close(),
  };
}

/** A single write may take only a part of the bytes, as it does just before the disk is full. */
async function writeAll(handle: FileHandle, bytes: Uint8Array, at: number): Promise<void> {
  let done = 0;
  while (done < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    if (bytesWritten === 0) throw new Error('the disk took no bytes');
    done += bytesWritten;
  }
}

/** Makes a folder and those above it, so that they survive a power cut too. */
async function makeFolder(folder: string): Promise<void> {
  const first = await mkdir(folder, { recursive: true });
  if (first === undefined) return;
  for (let made = folder; made.length >= first.length; made = dirname(made)) await flushFolder(dirname(made));
}

/** Makes a new name in a folder survive a power cut. Windows cannot open folders and does this by itself. */
async function flushFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
