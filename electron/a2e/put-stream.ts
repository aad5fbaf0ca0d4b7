import { type ClientRequest, type IncomingMessage, request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { fail, ok } from '../result.ts';
import type { A2eResult, SampleBody } from './client.ts';
import { type Deadline, openDeadline } from './deadline.ts';
import { type Reply, stoppedBy } from './exchange.ts';

/** How long making the connection may take, in milliseconds; as in Node's fetch. */
const CONNECT_MS = 10_000;

export interface StreamPut {
  readonly url: URL;
  readonly contentType: string;
  readonly body: SampleBody;
  /** Told how many bytes the system has taken so far. */
  readonly onSent?: ((bytes: number) => void) | undefined;
  /** For all of it together, milliseconds. */
  readonly withinMs: number;
  /** Most that is read of the answer's body, in bytes. */
  readonly maxBytes: number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Sends bytes as they are read, once, with their length announced and without a token; follows no redirect. It goes by
 * Node's own HTTP client: its fetch takes twice as long for the same bytes. Any status is a success here, also one that
 * comes before all is sent: then the rest is kept. Fails as `exchange` does, and with `proxy` where one wants a sign-in.
 */
export async function putStream(put: StreamPut): Promise<A2eResult<Reply>> {
  const deadline = openDeadline(put);
  if (deadline.signal.aborted) {
    deadline.close();
    return fail('canceled', { detail: 'stopped before anything was sent' });
  }
  const request = openRequest(put, deadline.signal);
  try {
    const answered = answerOf(request);
    // What ends the sending early ends the request, and with it the wait for an answer.
    const sending = send(request, put, deadline).catch((error: unknown) => {
      request.destroy(asError(error));
      return false;
    });
    const answer = await answered;
    const { statusCode: status = 0 } = answer;
    if (status === 407) return fail('proxy', { detail: `a proxy wants a sign-in (${put.url.host})`, status });
    const body = await readBody(answer, put.maxBytes);
    // Node writes nothing behind an answer: what is said to be taken before it was all sent is not.
    if (status < 300 && !(await sending)) throw new Error('the connection broke');
    return ok({ status, headers: headersOf(answer), body });
  } catch (error) {
    return stoppedBy(error, put, deadline.why());
  } finally {
    deadline.close();
    if (!request.writableFinished) request.destroy();
  }
}

function openRequest({ url, contentType, body }: StreamPut, signal: AbortSignal): ClientRequest {
  const headers = { 'content-type': contentType, 'content-length': body.byteLength };
  const isEncrypted = url.protocol === 'https:';
  const request = (isEncrypted ? overHttps : overHttp)(url, { method: 'PUT', headers, signal });
  request.setNoDelay(true);
  // A connection that was used before is there at once.
  request.on('socket', (socket) => {
    if (!socket.connecting) return;
    const late = Object.assign(new Error('not connected in time'), { code: 'ETIMEDOUT', syscall: 'connect' });
    const timer = setTimeout(() => request.destroy(late), CONNECT_MS);
    socket.once(isEncrypted ? 'secureConnect' : 'connect', () => clearTimeout(timer));
    socket.once('close', () => clearTimeout(timer));
  });
  return request;
}

function answerOf(request: ClientRequest): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request.once('response', resolve);
    // It stays: what breaks after the answer has come must not bring the process down.
    request.on('error', reject);
  });
}

/** Answers whether all of it went out; false where an answer came before or the connection broke. */
async function send(
  request: ClientRequest,
  { body, onSent }: Pick<StreamPut, 'body' | 'onSent'>,
  deadline: Deadline,
): Promise<boolean> {
  let sent = 0;
  let isAnswered = false;
  request.once('response', () => {
    isAnswered = true;
  });
  for await (const piece of body.read()) {
    if (isAnswered || request.destroyed) return false;
    if (sent + piece.length > body.byteLength) throw new Error('more bytes than were announced');
    if (!request.write(piece)) await room(request);
    sent += piece.length;
    deadline.touch();
    if (!request.destroyed) onSent?.(sent);
  }
  if (sent < body.byteLength) throw new Error('fewer bytes than were announced');
  request.end();
  return !request.destroyed;
}

/** Resolves when it takes more, or never will. */
function room(request: ClientRequest): Promise<void> {
  const events = ['drain', 'close', 'response'] as const;
  return new Promise((resolve) => {
    const go = (): void => {
      for (const event of events) request.off(event, go);
      resolve();
    };
    for (const event of events) request.once(event, go);
  });
}

async function readBody(answer: IncomingMessage, maxBytes: number): Promise<Reply['body']> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of answer) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > maxBytes) return 'too-large';
    }
  } catch (error) {
    // A storage that refuses what it has not read closes the door on it: what it said stands.
    if ((answer.statusCode ?? 0) < 400) throw error;
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function headersOf({ headersDistinct }: IncomingMessage): Headers {
  return new Headers(
    Object.entries(headersDistinct).flatMap(([name, values = []]) =>
      values.map((value): [string, string] => [name, value]),
    ),
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
