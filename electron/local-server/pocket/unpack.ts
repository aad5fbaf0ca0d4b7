import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createTarDecoder } from 'modern-tar';
import unbzip2 from 'unbzip2-stream';
import { writeFault } from '../../disk/write-fault.ts';
import { fail, ok } from '../../result.ts';
import type { Unpacked } from './messages.ts';
import { MODEL_FILES, type ModelFile } from './model.ts';

/** A larger file is in no model. */
const MOST_BYTES = 512 * 1024 * 1024;

/**
 * Takes the files of a model, and nothing else, out of a tar.bz2 into the folder `into`, which must be there; whatever folder
 * they lie in. The archive's names are compared, never used as paths. Slow: a minute for the real one.
 */
export async function unpackModel(
  archive: string,
  { into, onBytes }: { into: string; onBytes: (bytes: number) => void },
): Promise<Unpacked> {
  const found = new Set<string>();
  let read = 0;
  const counted = new Transform({
    transform(part: Buffer, _encoding, done) {
      read += part.length;
      onBytes(read);
      done(null, part);
    },
  });
  const packed = createReadStream(archive, { highWaterMark: 256 * 1024 });
  const plain = packed.pipe(counted).pipe(unbzip2());
  // An error does not travel along a pipe by itself.
  for (const stream of [packed, counted]) stream.on('error', (error: Error) => plain.emit('error', error));
  try {
    const entries = Readable.toWeb(new Readable().wrap(plain)).pipeThrough(createTarDecoder());
    for await (const { header, body } of entries) {
      const name = MODEL_FILES.find((file) => file === header.name.split('/').at(-1));
      if (!name || header.type !== 'file' || header.size > MOST_BYTES) {
        await body.cancel();
        continue;
      }
      const written = await write(body, join(into, name));
      if (!written.ok) return written;
      found.add(name);
    }
  } catch (error) {
    return fail('model-not-unpacked', { detail: error instanceof Error ? error.message : String(error) });
  }
  const missing = MODEL_FILES.filter((name: ModelFile) => !found.has(name));
  return missing.length === 0 ? ok(undefined) : fail('model-incomplete', { detail: missing.join(', ') });
}

/** What the disk refuses is a result; what the archive does wrong is thrown. */
async function write(body: ReadableStream<Uint8Array>, path: string): Promise<Unpacked> {
  const file = createWriteStream(path, { flags: 'wx' });
  try {
    await pipeline(Readable.fromWeb(body), file);
    return ok(undefined);
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return writeFault(error);
    throw error;
  }
}
