import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { fail, ok, type Result } from '../../result.ts';
import { DOCUMENT_LIMITS, type DocumentFaultCode } from './document.ts';

/** The files of a package by name. */
export type Unzipped = ReadonlyMap<string, Uint8Array>;

/**
 * Unpacks the files that `isWanted` names, in memory: nothing is written, so a name that points elsewhere harms nothing.
 * Fails with `document-too-large` at any limit (files, bytes, how much they grow), `document-locked` for an encrypted
 * file and `document-broken`. Sizes are checked as they come, not as the package claims them.
 */
export async function unzip(
  bytes: Uint8Array,
  isWanted: (name: string) => boolean,
): Promise<Result<Unzipped, DocumentFaultCode>> {
  try {
    const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > DOCUMENT_LIMITS.entries) return tooLarge(`${DOCUMENT_LIMITS.entries} files`);
    return await unpackWanted(zip, isWanted);
  } catch (error) {
    return fail('document-broken', { detail: error instanceof Error ? error.message.slice(0, 200) : 'zip' });
  }
}

async function unpackWanted(
  zip: ZipFile,
  isWanted: (name: string) => boolean,
): Promise<Result<Unzipped, DocumentFaultCode>> {
  const { unpackedBytes, entryBytes, ratio } = DOCUMENT_LIMITS;
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for await (const entry of zip.eachEntry()) {
    if (!isWanted(entry.fileName)) continue;
    if (entry.isEncrypted()) return fail('document-locked');
    const { uncompressedSize: size, compressedSize } = entry;
    total += size;
    if (size > entryBytes || total > unpackedBytes) return tooLarge(`${entryBytes / 1e6} MB`);
    if (size > ratio * (compressedSize + 1000)) return tooLarge(`${ratio} : 1`);
    files.set(entry.fileName, await unpack(zip, entry));
  }
  return ok(files);
}

/** Off the main thread; a file that unpacks to more than it claims is an error of the stream. */
async function unpack(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function tooLarge(limit: string): Result<never, DocumentFaultCode> {
  return fail('document-too-large', { facts: { limit }, detail: 'unpacked' });
}
