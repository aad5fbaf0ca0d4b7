import { type Fault, fail } from '../result.ts';
import type { Reply } from './exchange.ts';
import type { A2eFaultCode } from './faults.ts';
import { present } from './json-fields.ts';
import { readRetryAfter } from './retry-after.ts';

/**
 * The fault of an answer from a storage that says nothing about the file: 429 and 5xx, with how long to wait. Undefined
 * for every other answer. `now` in milliseconds since 1970.
 */
export function busyFault(
  { status, headers }: Reply,
  now: number,
): { readonly ok: false; readonly fault: Fault<A2eFaultCode> } | undefined {
  if (status !== 429 && status < 500) return undefined;
  const retryAfterMs = readRetryAfter(headers, now);
  const code = status === 429 ? 'rate-limited' : 'server-error';
  return fail(code, { detail: `the storage answered ${status}`, status, ...present({ retryAfterMs }) });
}

/** The Content-Type in lower case and without parameters; empty where there is none. */
export function mediaType({ headers }: Reply): string {
  return (headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
}
