import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { PART_ENDING, writeAtomic } from '../disk/write-atomic.ts';
import { type Answer, answered, CODES, refused } from './answer.ts';
import { serveFile } from './public-files.ts';
import { parseBody, readBody } from './request-body.ts';
import type { RawCall } from './router.ts';

/** The largest sample that is taken, in bytes (50 MB). */
export const MAX_SAMPLE_BYTES = 50 * 1024 * 1024;

/** How long an upload link works, in seconds. */
export const UPLOAD_SECONDS = 900;

const UNUSED_SAMPLE_MS = 30 * 24 * 3600 * 1000;

/** A stored name: 128 random bits, then what is left of the key that was asked for. Safe as a file name. */
const STORED_KEY = /^[0-9a-f]{32}-[A-Za-z0-9._-]{1,100}$/;
const TYPE_ENDING = '.type';
const PUBLIC_PATH = '/files/samples/';

const mediaType = z
  .string()
  .regex(/^[\w.+-]{1,60}\/[\w.+-]{1,60}(?: *; *[\w.+-]{1,60}=[\w."+-]{1,60})?$/, 'must be a media type');
const presignShape = z.object({
  key: z.string().min(1).max(1024),
  contentType: mediaType.optional(),
  contentLength: z.number().int().min(0).optional(),
});

export interface UploadsOptions {
  /** Where samples are kept. */
  readonly folder: string;
  readonly origin: string;
  readonly now: () => number;
}

/** Samples on their way in and out: signed upload links, stored files, public addresses. */
export interface Uploads {
  /** `{key, contentType?, contentLength?}` → `{uploadUrl, cdnUrl, key, bucket, expiresIn}`; the key is a new one. */
  presign(body: Record<string, unknown>): Answer;
  /** `PUT` to an upload link. 403 where the link is forged or old or the Content-Type is another than announced. */
  store(call: RawCall): Promise<Answer>;
  /** Stores bytes that came another way; answers the address, or undefined where the disk refuses. */
  keep(bytes: Uint8Array, contentType: string): Promise<string | undefined>;
  /** `GET` and `HEAD` of a stored sample. */
  serve(call: RawCall): Promise<Answer | undefined>;
  /** The address to fetch a stored sample from now, for `path` as `ownPath` gives it. */
  urlOf(path: string): string;
  /**
   * The path of a sample stored here, without the origin, which is another at each start; undefined for an address
   * elsewhere. An address of an earlier start is known by its loopback host and a stored file of that name.
   */
  ownPath(url: string): Promise<string | undefined>;
  remove(path: string): Promise<void>;
}

/** Opens the shelf of samples. Links are signed with a key that lives as long as this process. */
export function openUploads({ folder, origin, now }: UploadsOptions): Uploads {
  const secret = randomBytes(32);
  const sign = (parts: readonly string[]) => createHmac('sha256', secret).update(parts.join('\n')).digest();
  const fileOf = (key: string) => join(folder, key);
  const write = async (key: string, bytes: Uint8Array, contentType: string): Promise<boolean> => {
    try {
      await writeAtomic(`${fileOf(key)}${TYPE_ENDING}`, contentType);
      await writeAtomic(fileOf(key), bytes);
      return true;
    } catch {
      return false;
    }
  };

  return {
    presign(body) {
      const parsed = parseBody(presignShape, body);
      if ('refusal' in parsed) return parsed.refusal;
      const { contentType = '', contentLength } = parsed.value;
      if ((contentLength ?? 0) > MAX_SAMPLE_BYTES) return tooLarge();
      const key = storedKey(parsed.value.key);
      const expires = String(now() + UPLOAD_SECONDS * 1000);
      const size = contentLength === undefined ? '' : String(contentLength);
      const sig = sign([key, expires, contentType, size]).toString('hex');
      const query = new URLSearchParams({ expires, type: contentType, size, sig });
      return answered({
        uploadUrl: `${origin}/upload/${key}?${query}`,
        cdnUrl: `${origin}${PUBLIC_PATH}${key}`,
        key,
        bucket: 'this-computer',
        expiresIn: UPLOAD_SECONDS,
      });
    },

    async store({ request, query, rest: key }) {
      const [expires = '', type = '', size = '', sig = ''] = ['expires', 'type', 'size', 'sig'].map(
        (name) => query.get(name) ?? '',
      );
      const signed = Buffer.from(/^[0-9a-f]{64}$/.test(sig) ? sig : '0'.repeat(64), 'hex');
      if (!STORED_KEY.test(key) || !timingSafeEqual(signed, sign([key, expires, type, size])))
        return refused(403, 'The upload link is not valid.');
      if (!(Number(expires) > now())) return refused(403, 'The upload link has expired.');
      const given = request.headers['content-type'] ?? '';
      if (type !== '' && given.toLowerCase() !== type.toLowerCase())
        return refused(403, 'The Content-Type is not the one that was announced.');
      if (!mediaType.safeParse(given).success) return refused(400, 'A Content-Type is needed.');
      const read = await readBody(request, MAX_SAMPLE_BYTES);
      if (!read.ok)
        return read.fault.code === 'too-large' ? tooLarge() : refused(400, 'The upload was cut off.');
      if (size !== '' && read.value.length !== Number(size))
        return refused(400, `${size} bytes were announced, ${read.value.length} came.`);
      if (await write(key, read.value, given)) return answered({ key });
      return refused(500, 'The sample could not be written to disk.', CODES.notWritten);
    },

    async keep(bytes, contentType) {
      const key = storedKey('copy');
      const isWritten = await write(key, bytes, contentType);
      return isWritten ? `${origin}${PUBLIC_PATH}${key}` : undefined;
    },

    async serve({ request, response, rest: key }) {
      const contentType = STORED_KEY.test(key)
        ? await readFile(`${fileOf(key)}${TYPE_ENDING}`, 'utf8').catch(() => undefined)
        : undefined;
      if (!contentType) return refused(404, 'There is no such file.');
      return serveFile({ request, response }, { file: fileOf(key), contentType });
    },

    urlOf: (path) => `${origin}${path}`,

    async ownPath(url) {
      const { hostname, pathname } = new URL(url);
      const key = pathname.slice(PUBLIC_PATH.length);
      if (!['127.0.0.1', 'localhost', '[::1]'].includes(hostname)) return undefined;
      if (!pathname.startsWith(PUBLIC_PATH) || !STORED_KEY.test(key)) return undefined;
      const there = await stat(fileOf(key)).catch(() => undefined);
      return there ? pathname : undefined;
    },

    async remove(path) {
      const key = path.slice(PUBLIC_PATH.length);
      if (!STORED_KEY.test(key)) return;
      await rm(fileOf(key), { force: true });
      await rm(`${fileOf(key)}${TYPE_ENDING}`, { force: true });
    },
  };
}

/**
 * At the start: removes torn uploads, and samples that no voice uses (their paths are not in `used`) once they are 30
 * days old, as a clone may still be on its way.
 */
export async function tidySamples(
  folder: string,
  { used, now }: { used: ReadonlySet<string>; now: number },
): Promise<void> {
  for (const name of await readdir(folder)) {
    const key = name.endsWith(TYPE_ENDING) ? name.slice(0, -TYPE_ENDING.length) : name;
    const file = join(folder, name);
    const { mtimeMs } = await stat(file);
    const unused = !used.has(`${PUBLIC_PATH}${key}`) && mtimeMs < now - UNUSED_SAMPLE_MS;
    if (name.endsWith(PART_ENDING) || unused) await rm(file, { force: true });
  }
}

function tooLarge(): Answer {
  return refused(413, `A sample may have at most ${MAX_SAMPLE_BYTES} bytes (50 MB).`);
}

/** Folders become part of the name, anything unsafe a dash; so no key can lead out of the folder. */
function storedKey(asked: string): string {
  const name = asked
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .slice(-100)
    .replace(/\.+$/, '');
  return `${randomBytes(16).toString('hex')}-${name || 'sample'}`;
}
