import { fail, ok } from '../result.ts';
import type { A2eResult } from './client.ts';
import { type Deadline, openDeadline } from './deadline.ts';
import type { A2eFaultCode } from './faults.ts';
import { classifyNetworkError } from './network-fault.ts';

export interface ExchangeRequest {
  readonly url: URL;
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
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
 * One HTTP request and its answer; all go this way but a sample (`put-stream.ts`). Bounded in time and size, sent exactly
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
      headers: request.headers,
      ...(request.body !== undefined && { body: request.body }),
      redirect: 'manual',
      signal: deadline.signal,
    });
    deadline.touch();
    const body = await readBody(response, request.maxBytes, deadline);
    return ok({ status: response.status, headers: response.headers, body });
  } catch (error) {
    return stoppedBy(error, request, deadline.why());
  } finally {
    deadline.close();
  }
}

/** Why there is no answer; of the address the host alone is named. */
export function stoppedBy(
  error: unknown,
  { url, withinMs }: Pick<ExchangeRequest, 'url' | 'withinMs'>,
  why: ReturnType<Deadline['why']>,
): ReturnType<typeof fail<A2eFaultCode>> {
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
