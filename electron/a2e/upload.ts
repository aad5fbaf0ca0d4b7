import { fail, ok } from '../result.ts';
import type { A2eResult, SampleUpload } from './client.ts';
import type { Connection } from './connection.ts';
import { pause } from './deadline.ts';
import type { Reply } from './exchange.ts';
import { askForLink } from './presign.ts';
import { putStream } from './put-stream.ts';
import { busyFault } from './storage-answer.ts';
import { UPLOAD_BYTES_PER_SECOND } from './timeouts.ts';

/** Length of each pause before the PUT is repeated, in units of `timeouts.pause`. Putting the same bytes twice is safe. */
const PAUSES = [1, 3];

export interface Upload {
  readonly sample: SampleUpload;
  readonly signal?: AbortSignal | undefined;
}

export interface Stored {
  /** Where everybody can read the sample. */
  readonly url: string;
}

/** A link is not used any more in the last seconds of its life, in milliseconds: the storage's clock may differ. */
const LAST_MS = 5_000;

/**
 * Puts a sample where A2E can fetch it and answers its public address. A link that is refused with 401 or 403 has
 * expired or is for another type: a fresh one is asked for once; so is one whose time is up before it is used again.
 * Fails like any call, and with `upload-refused`.
 */
export async function upload(connection: Connection, job: Upload): Promise<A2eResult<Stored>> {
  const stored = await askAndPut(connection, job);
  return isLinkRefused(stored) ? askAndPut(connection, job) : stored;
}

async function askAndPut(connection: Connection, { sample, signal }: Upload): Promise<A2eResult<Stored>> {
  let link = await askForLink(connection, sample, signal);
  if (!link.ok) return link;
  let put = await putOnce(connection, { to: link.value.putTo, sample, signal });
  for (const units of PAUSES) {
    if (put.ok || (put.fault.code !== 'server-error' && put.fault.code !== 'interrupted')) break;
    await pause(units * connection.timeouts.pause, signal);
    if ((link.value.until ?? Number.POSITIVE_INFINITY) < performance.now() + LAST_MS) {
      link = await askForLink(connection, sample, signal);
      if (!link.ok) return link;
    }
    put = await putOnce(connection, { to: link.value.putTo, sample, signal });
  }
  return put.ok ? ok({ url: link.value.publicUrl }) : put;
}

interface Put {
  readonly to: URL;
  readonly sample: SampleUpload;
  readonly signal?: AbortSignal | undefined;
}

/** The bytes as they are, with the announced type and without the token: the link's query is all the storage wants. */
async function putOnce(connection: Connection, { to, sample, signal }: Put): Promise<A2eResult<void>> {
  const transferMs = Math.ceil((sample.body.byteLength * 1000) / UPLOAD_BYTES_PER_SECOND);
  const reply = await putStream({
    url: to,
    contentType: sample.contentType,
    body: sample.body,
    onSent: sample.onSent,
    withinMs: connection.timeouts.upload + transferMs,
    maxBytes: 64_000,
    signal,
  });
  return reply.ok ? judge(reply.value, connection.now()) : reply;
}

function judge(reply: Reply, now: number): A2eResult<void> {
  const { status } = reply;
  if (status >= 200 && status < 300) return ok(undefined);
  const detail = `the storage answered ${status}${storageCode(reply)}`;
  if (status < 400) return fail('redirected', { detail, status });
  return busyFault(reply, now) ?? fail('upload-refused', { detail, status });
}

/** S3's one-word reason. Nothing else of its answer is used: the rest repeats the signature. */
function storageCode({ body }: Reply): string {
  const text = body === 'too-large' ? '' : new TextDecoder().decode(body);
  const code = /<Code>([A-Za-z]{1,60})<\/Code>/.exec(text)?.[1];
  return code === undefined ? '' : ` (${code})`;
}

function isLinkRefused(stored: A2eResult<Stored>): boolean {
  const refused = !stored.ok && stored.fault.code === 'upload-refused';
  return refused && (stored.fault.status === 401 || stored.fault.status === 403);
}
