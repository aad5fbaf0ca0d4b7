import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import { type Answer, CODES, refused } from './answer.ts';

/** The largest JSON body that is read: 256 KB, far above the longest text. */
export const MAX_JSON_BYTES = 256 * 1024;

/** Beyond this many bytes a refused body is not even thrown away: the connection ends. */
const MAX_DRAIN_BYTES = 64 * 1024 * 1024;

/** Reads at most `limit` bytes of a request. Fails with `too-large`, or `cut-off` where the caller went away. */
export async function readBody(
  request: IncomingMessage,
  limit: number,
): Promise<Result<Buffer<ArrayBuffer>, 'too-large' | 'cut-off'>> {
  if (Number(request.headers['content-length'] ?? 0) > limit) return fail('too-large');
  const parts: Buffer[] = [];
  let length = 0;
  try {
    // Left open on an early return: the rest is thrown away by `drain`, so that the refusal reaches the caller.
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      if (!Buffer.isBuffer(part)) continue;
      length += part.length;
      if (length > limit) return fail('too-large');
      parts.push(part);
    }
  } catch {
    return fail('cut-off');
  }
  return request.complete ? ok(Buffer.concat(parts)) : fail('cut-off');
}

/** Throws away what is left of a body. Answers false where there is too much of it: the connection must end then. */
export async function drain(request: IncomingMessage): Promise<boolean> {
  if (request.complete || request.destroyed) return true;
  if (Number(request.headers['content-length'] ?? 0) > MAX_DRAIN_BYTES) return false;
  const rest = await new Promise<boolean>((resolve) => {
    let length = 0;
    request.on('data', (part: Buffer) => {
      length += part.length;
      if (length > MAX_DRAIN_BYTES) resolve(false);
    });
    for (const end of ['end', 'close', 'error']) request.once(end, () => resolve(true));
    request.resume();
  });
  if (!rest) request.removeAllListeners('data');
  return rest;
}

/** The JSON object in a request's body; an empty body is an empty object. Fails with the answer to send. */
export async function readJson(
  request: IncomingMessage,
): Promise<{ readonly body: Record<string, unknown> } | { readonly refusal: Answer }> {
  const read = await readBody(request, MAX_JSON_BYTES);
  if (!read.ok)
    return {
      refusal:
        read.fault.code === 'too-large'
          ? refused(413, `The body is larger than ${MAX_JSON_BYTES} bytes.`)
          : refused(400, 'The body was cut off.'),
    };
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(read.value);
    const parsed = jsonObject.safeParse(text.trim() === '' ? {} : JSON.parse(text));
    return parsed.success
      ? { body: parsed.data }
      : { refusal: refused(400, 'The body must be a JSON object.') };
  } catch {
    return { refusal: refused(400, 'The body is not JSON.') };
  }
}

const jsonObject = z.record(z.string(), z.unknown());

/** The body as `shape` has it, or the refusal that names the first field that is not. Values are never repeated. */
export function parseBody<T>(
  shape: z.ZodType<T>,
  body: Record<string, unknown>,
): { readonly value: T } | { readonly refusal: Answer } {
  const parsed = shape.safeParse(body);
  if (parsed.success) return { value: parsed.data };
  const [first] = parsed.error.issues;
  const field = first?.path.join('.') ?? '';
  return {
    refusal: refused(
      400,
      `${field ? `${field}: ` : ''}${first?.message ?? 'not valid'}`,
      CODES.fieldNotValid,
    ),
  };
}
