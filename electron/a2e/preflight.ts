import { fail, ok } from '../result.ts';
import type { A2eResult } from './client.ts';
import type { Connection } from './connection.ts';
import { exchange, type Reply } from './exchange.ts';
import { asWebAddress, present } from './json-fields.ts';
import { busyFault, mediaType } from './storage-answer.ts';

/** What A2E takes as a sample [doc]; it goes by the Content-Type of the answer, not by the suffix. */
const SAMPLE_TYPE = /^(audio\/|video\/mp4$)/;

/** What a storage without HEAD answers to it; 403 where what is signed is a GET. */
const NO_HEAD: readonly number[] = [403, 405, 501];

export interface Sample {
  readonly url: string;
  /** Length in bytes that the answer must have, where it names one. */
  readonly byteLength: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Looks at the public address of a sample as A2E will [doc]: 200, no redirect, an audio Content-Type, no space in the
 * address, the right length. Carries no token. Asks with HEAD, and where that is not offered with a GET that ends after
 * the headers. Fails with `sample-unreachable` and what is wrong; a network that is down, 429 and 5xx say nothing about
 * the sample and keep their own codes.
 */
export async function preflight(connection: Connection, sample: Sample): Promise<A2eResult<void>> {
  if (/\s/.test(sample.url)) return unreachable('its address has a space in it');
  const url = asWebAddress(sample.url);
  if (url === undefined) return unreachable('its address is not a web address');
  let reply = await look(connection, { method: 'HEAD', url, signal: sample.signal });
  if (reply.ok && NO_HEAD.includes(reply.value.status))
    reply = await look(connection, { method: 'GET', url, signal: sample.signal });
  return reply.ok ? judge(reply.value, sample.byteLength, connection.now()) : reply;
}

interface Look {
  readonly method: 'HEAD' | 'GET';
  readonly url: URL;
  readonly signal: AbortSignal | undefined;
}

function look(connection: Connection, { method, url, signal }: Look): Promise<A2eResult<Reply>> {
  return exchange(connection.fetch, {
    url,
    method,
    // Packed on the way, the length would be another.
    headers: { accept: '*/*', 'accept-encoding': 'identity' },
    withinMs: connection.timeouts.call,
    maxBytes: 0,
    signal,
  });
}

function judge(reply: Reply, byteLength: number, now: number): A2eResult<void> {
  const { status, headers } = reply;
  const busy = busyFault(reply, now);
  if (busy !== undefined) return busy;
  if (status < 200 || (status >= 300 && status < 400)) return unreachable('it is redirected', status);
  if (status !== 200) return unreachable(`it answers ${status}`, status);
  const type = mediaType(reply);
  if (!SAMPLE_TYPE.test(type)) return unreachable(`its content type is ${shown(type)}, not audio`, status);
  const length = headers.get('content-length');
  if (length !== null && Number(length) !== byteLength)
    return unreachable(`it has ${shown(length)} bytes instead of ${byteLength}`, status);
  return ok(undefined);
}

/** A header's value as far as it goes into a sentence. */
function shown(value: string): string {
  return value.replace(/[^\w/.+-]/g, '').slice(0, 60) || 'missing';
}

function unreachable(what: string, status?: number) {
  return fail('sample-unreachable', { detail: `the uploaded sample: ${what}`, ...present({ status }) });
}
