import { type FileHandle, open, stat } from 'node:fs/promises';
import type { SampleBody } from '../../a2e/client.ts';

/** Measured on the loopback: as quick as curl; larger pieces are not quicker, and tell less of how far it is. */
const PIECE_BYTES = 256 * 1024;

/** A file as what is uploaded, read from disk as it goes out; undefined where it is not there. */
export async function fileBody(path: string): Promise<SampleBody | undefined> {
  try {
    const { size } = await stat(path);
    return { byteLength: size, read: () => readPieces(path) };
  } catch {
    return undefined;
  }
}

/** Reads the next piece while the one before goes out. Two buffers take turns: a piece holds until the next is asked for. */
async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path);
  try {
    const buffers = [Buffer.allocUnsafeSlow(PIECE_BYTES), Buffer.allocUnsafeSlow(PIECE_BYTES)] as const;
    let next = readPiece(file, buffers[0]);
    for (let turn = 1; ; turn++) {
      const piece = await next;
      if (piece.length === 0) return;
      next = readPiece(file, turn % 2 === 0 ? buffers[0] : buffers[1]);
      // Asked for again or not: what is wrong with it is told when it is.
      next.catch(() => undefined);
      yield piece;
    }
  } finally {
    await file.close();
  }
}

async function readPiece(file: FileHandle, into: Buffer): Promise<Uint8Array> {
  const { bytesRead } = await file.read(into, 0, into.length);
  return into.subarray(0, bytesRead);
}
