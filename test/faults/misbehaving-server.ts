import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  type Asked,
  type Books,
  carryOut,
  type EndpointName,
  endpointOf,
  openBooks,
} from './a2e-protocol.ts';
import { answerBadly, answerWell, MISBEHAVIOURS, type Misbehaviour } from './misbehaviour.ts';

/** An A2E server that keeps books of what it was paid for, and misbehaves on command. */
export interface MisbehavingServer {
  readonly url: string;
  readonly token: string;
  readonly books: Books;
  /** The next calls of this kind go wrong so: once, or until `behave`. */
  misbehave(endpoint: EndpointName, how: Misbehaviour, times: 'once' | 'always'): void;
  behave(): void;
  count(endpoint: EndpointName): number;
  close(): Promise<void>;
}

export const TOKEN = 'sk_eyJhbGciOi.J9-a-token-that-must-appear-nowhere.abc123';

/** Starts it on a free port of this computer; `jitterMs`: every answer comes after a random while of up to so long. */
export async function startMisbehavingServer({ jitterMs = 0 } = {}): Promise<MisbehavingServer> {
  const books = openBooks();
  const counts = new Map<EndpointName, number>();
  let plan: { endpoint: EndpointName; how: Misbehaviour; times: 'once' | 'always' } | undefined;
  let origin = '';

  const take = (endpoint: EndpointName): Misbehaviour | undefined => {
    if (plan?.endpoint !== endpoint) return undefined;
    const { how, times } = plan;
    if (times === 'once') plan = undefined;
    return how;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    request.on('error', () => undefined);
    const { method = '', headers } = request;
    const { pathname: path, searchParams: query } = new URL(request.url ?? '', 'http://x');
    const endpoint = endpointOf({ method, path });
    if (!endpoint) return void response.writeHead(404).end('<html>no such page</html>');
    counts.set(endpoint, (counts.get(endpoint) ?? 0) + 1);
    const isApi = path.startsWith('/api/');
    if (isApi !== (headers.authorization === `Bearer ${TOKEN}`))
      return void response.writeHead(isApi ? 401 : 400).end(isApi ? 'no token' : 'a token went astray');
    const how = take(endpoint);
    if (how === 'drop before reading') return answerBadly(how, { said: { data: null }, request, response });
    const body = await read(request);
    if (jitterMs > 0) await pause(Math.random() * jitterMs);
    const asked: Asked = { method, path, query, body, type: headers['content-type'] ?? '' };
    const isDone = how === undefined || MISBEHAVIOURS[how].done;
    const said = isDone ? carryOut(endpoint, asked, books, origin) : { data: null };
    if (jitterMs > 0) await pause(Math.random() * jitterMs);
    if (how === undefined) answerWell(said, request, response);
    else answerBadly(how, { said, request, response });
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    ...{ url: origin, token: TOKEN, books },
    misbehave(endpoint, how, times) {
      plan = { endpoint, how, times };
    },
    behave() {
      plan = undefined;
    },
    count: (endpoint) => counts.get(endpoint) ?? 0,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
