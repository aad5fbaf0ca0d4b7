import { constants, open } from 'node:fs/promises';
import { fail, ok, type Result } from '../../result.ts';

/** Bytes that are read piece by piece, so that a file of any size needs no more memory than a piece. */
export interface ByteSource {
  /** Length in bytes. */
  readonly size: number;
  /** `length` bytes from `at`; fewer where the source ends before. Throws when a file cannot be read any more. */
  read(at: number, length: number): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Bytes that are in memory already. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (at, length) => bytes.subarray(at, at + length),
    close: async () => undefined,
  };
}

/**
 * A regular file, opened for reading. Fails with `file-not-found` (facts: `file`) where there is none, where it may not
 * be read, and for folders, pipes and devices.
 */
export async function fileSource(path: string): Promise<Result<ByteSource, 'file-not-found'>> {
  const notThere = (detail: string) => fail('file-not-found', { facts: { file: path }, detail });
  try {
    // Without O_NONBLOCK the opening of a pipe waits until someone writes to it. Windows has no such flag.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const stat = await file.stat();
    if (!stat.isFile()) {
      await file.close();
      return notThere('not a regular file');
    }
    return ok({
      size: stat.size,
      async read(at, length) {
        const bytes = new Uint8Array(Math.max(0, Math.min(length, stat.size - at)));
        let done = 0;
        while (done < bytes.length) {
          const { bytesRead } = await file.read(bytes, done, bytes.length - done, at + done);
          if (bytesRead === 0) break;
          done += bytesRead;
        }
        return bytes.subarray(0, done);
      },
      close: () => file.close(),
    });
  } catch (error) {
    return notThere(error instanceof Error && 'code' in error ? String(error.code) : '');
  }
}
