import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { SampleBody } from '../../a2e/client.ts';

/** Measured on the loopback: with 1 MB it is as quick as curl, with 256 KB a fifth slower, with 64 KB three times. */
const PIECE_BYTES = 1024 * 1024;

/** A file as what is uploaded, read from disk as it goes out; undefined where it is not there. */
export async function fileBody(path: string): Promise<SampleBody | undefined> {
  try {
    const { size } = await stat(path);
    return { byteLength: size, read: () => createReadStream(path, { highWaterMark: PIECE_BYTES }) };
  } catch {
    return undefined;
  }
}
