import { z } from 'zod';
import { type Answer, answered, CODES, refused } from './answer.ts';
import { parseBody } from './request-body.ts';
import { fetchSample } from './sample-check.ts';
import type { Uploads } from './uploads.ts';

const shape = z.object({
  url: z
    .string()
    .max(2048)
    .refine((url) => /^https?:\/\//i.test(url) && URL.canParse(url), 'must be an http or https address'),
});

/** Copies of files from elsewhere. */
export interface Copies {
  /** `tos/transferToStorage {url}` → `{url}`: sound from a public address, at most 50 MB, fetched without a redirect. */
  copy(body: Record<string, unknown>): Promise<Answer>;
}

/** Makes the call over the shelf of samples. */
export function makeCopies({
  uploads,
  fetch,
}: {
  readonly uploads: Pick<Uploads, 'keep'>;
  readonly fetch: typeof globalThis.fetch;
}): Copies {
  return {
    async copy(body) {
      const parsed = parseBody(shape, body);
      if ('refusal' in parsed) return parsed.refusal;
      const never = new AbortController().signal;
      const fetched = await fetchSample(parsed.value.url, 'The file', { fetch, signal: never });
      if (!fetched.ok) return refused(400, fetched.fault.detail ?? fetched.fault.code, CODES.fieldNotValid);
      const url = await uploads.keep(fetched.value.bytes, fetched.value.contentType);
      return url === undefined
        ? refused(500, 'The file could not be written to disk.', CODES.notWritten)
        : answered({ url });
    },
  };
}
