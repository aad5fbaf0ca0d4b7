import { fail, ok } from '../result.ts';
import type { A2eResult, SampleBody } from './client.ts';
import { type Deadline, openDeadline } from './deadline.ts';
import { classifyNetworkError } from './network-fault.ts';

export interface ExchangeRequest {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  /** A stream goes out with its Content-Length: storage refuses others. */
  readonly body?: string | SampleBody | undefined;
  /** Told how many bytes of a stream are on their way. */
  readonly onSent?: ((bytes: number) => void) | undefined;
  /** For headers and body together, milliseconds. */
  readonly withinMs: number;
  readonly idleMs?: number | undefined;
  /** Most that is read of the answer's body, in bytes; 0: the headers are enough. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array<ArrayBuffer> | 'too-large';
}

/**
 * One HTTP request and its answer: the only place that touches the network. Bounded in time and size, sent exactly
 * once, follows no redirect. Any status is a success here; fails with `offline`, `tls`, `interrupted`, `timeout`,
 * `canceled` or `bad-answer` (no HTTP). The faults name the host and nothing else of the address.
 */
export async function exchange(
  fetch: typeof globalThis.fetch,
  request: ExchangeRequest,
): Promise<A2eResult<Reply>> {
  const deadline = openDeadline(request);
  try {
    if (deadline.signal.aborted) return fail('canceled', { detail: 'stopped before anything was sent' });
    const response = await fetch(request.url.href, {
      method: request.method,
      ...payload(request, deadline),
      redirect: 'manual',
      signal: deadline.signal,
    });
    deadline.touch();
    const body = await readBody(response, request.maxBytes, deadline);
    return ok({ status: response.status, headers: response.headers, body });
  } catch (error) {
    return failed(error, request, deadline.why());
  } finally {
    deadline.close();
  }
}

function failed(error: unknown, { url, withinMs }: ExchangeRequest, why: ReturnType<Deadline['why']>) {
  if (why === 'canceled') return fail('canceled', { detail: 'stopped while under way' });
  if (why === 'timeout')
    return fail('timeout', { detail: `no whole answer from ${url.host} in time (at most ${withinMs} ms)` });
  const { code, name } = classifyNetworkError(error);
  return fail(code, { detail: `${name} (${url.host})` });
}

async function readBody(response: Response, maxBytes: number, deadline: Deadline): Promise<Reply['body']> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const drop = () => reader.cancel().catch(() => undefined);
  if (maxBytes === 0) {
    await drop();
    return new Uint8Array();
  }
  if (Number(response.headers.get('content-length')) > maxBytes) {
    await drop();
    return 'too-large';
  }
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return join(chunks, length);
    deadline.touch();
    length += value.length;
    if (length > maxBytes) {
      await drop();
      return 'too-large';
    }
    chunks.push(value);
  }
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return whole;
}

/** Headers and body. Node's fetch chunks a stream unless its length is said, and wants to be told that it only sends. */
function payload({ headers, body, onSent }: ExchangeRequest, deadline: Deadline) {
  if (body === undefined) return { headers };
  if (typeof body === 'string') return { headers, body };
  const length = { 'content-length': String(body.byteLength) };
  return {
    headers: { ...headers, ...length },
    body: counted(body, deadline, onSent),
    duplex: 'half',
  } as const;
}

async function* counted(body: SampleBody, deadline: Deadline, onSent: ExchangeRequest['onSent']) {
  let sent = 0;
  for await (const piece of body.read()) {
    yield piece;
    sent += piece.length;
    deadline.touch();
    onSent?.(sent);
  }
}
