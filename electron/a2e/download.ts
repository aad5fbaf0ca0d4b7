import { fail, ok } from '../result.ts';
import type { A2eResult } from './client.ts';
import type { Connection } from './connection.ts';
import { exchange, type Reply } from './exchange.ts';
import { asWebAddress, present } from './json-fields.ts';
import { busyFault, mediaType } from './storage-answer.ts';

/** More than three hours of speech as MP3. */
const MAX_SPEECH_BYTES = 200_000_000;
const MAX_HOPS = 3;

export interface Download {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** As the server put it, without parameters; `application/octet-stream` where it said nothing. */
  readonly contentType: string;
}

/**
 * Fetches finished speech whole. These links are public and the request carries no token, so up to three redirects are
 * followed, to http(s) and never from https down to http; all hops share one bound of time. Fails with
 * `download-broken` where the link is dead, empty, too large or no audio, and with the network's own codes.
 */
export async function download(
  connection: Connection,
  link: string,
  signal?: AbortSignal,
): Promise<A2eResult<Download>> {
  const until = performance.now() + connection.timeouts.download;
  let url = asWebAddress(link);
  for (let hop = 0; hop <= MAX_HOPS; hop++) {
    if (url === undefined) return broken('the link does not lead to a web address');
    const reply = await get(connection, { url, withinMs: Math.max(1, until - performance.now()), signal });
    if (!reply.ok) return reply;
    if (!isRedirect(reply.value)) return judge(reply.value, connection.now());
    url = nextHop(url, reply.value);
  }
  return broken(`the link is redirected more than ${MAX_HOPS} times`);
}

function get(
  connection: Connection,
  { url, withinMs, signal }: { url: URL; withinMs: number; signal: AbortSignal | undefined },
): Promise<A2eResult<Reply>> {
  return exchange(connection.fetch, {
    url,
    method: 'GET',
    headers: { accept: 'audio/*, */*' },
    withinMs,
    idleMs: connection.timeouts.idle,
    maxBytes: MAX_SPEECH_BYTES,
    signal,
  });
}

function isRedirect({ status, headers }: Reply): boolean {
  return status >= 300 && status < 400 && headers.has('location');
}

function nextHop(from: URL, { headers }: Reply): URL | undefined {
  const to = headers.get('location') ?? '';
  const url = URL.canParse(to, from.href) ? asWebAddress(new URL(to, from).href) : undefined;
  return from.protocol === 'https:' && url?.protocol === 'http:' ? undefined : url;
}

function judge(reply: Reply, now: number): A2eResult<Download> {
  const { status, body } = reply;
  const busy = busyFault(reply, now);
  if (busy !== undefined) return busy;
  if (status !== 200) return broken(`the link to the speech answered ${status}`, status);
  if (body === 'too-large') return broken(`more than ${MAX_SPEECH_BYTES} bytes`, status);
  if (body.length === 0) return broken('no bytes at all', status);
  const contentType = mediaType(reply);
  if (isText(contentType) && !startsLikeAudio(body)) return broken('text instead of audio', status);
  return ok({ bytes: body, contentType: contentType || 'application/octet-stream' });
}

function isText(type: string): boolean {
  return type.startsWith('text/') || /^application\/(json|xml|xhtml)\b/.test(type);
}

/** First bytes of WAV, MP3 (with an ID3 tag or a frame at once), Ogg, FLAC and MP4: they count more than the header. */
function startsLikeAudio(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 12));
  const isFrame = bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe0) === 0xe0;
  return isFrame || /^(RIFF....WAVE|ID3|OggS|fLaC|....ftyp)/s.test(start);
}

function broken(detail: string, status?: number) {
  return fail('download-broken', { detail, ...present({ status }) });
}
