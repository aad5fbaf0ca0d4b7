import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What the server does with one request. */
export type Behaviour =
  /** A plain answer; `json` is sent as JSON, `body` as it is, `endless` never ends. `afterMs` waits first. */
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly json?: unknown;
      readonly body?: string | Uint8Array;
      readonly afterMs?: number;
      readonly endless?: true;
    }
  /** Breaks the connection as soon as the headers are there, the body unread. */
  | 'drop-unread'
  /** Reads the whole request, then breaks the connection. */
  | 'drop-read'
  /** Reads the whole request and never answers. */
  | 'hang'
  /** Sends headers and half of a JSON answer, then nothing more. */
  | 'hang-in-body'
  /** Announces more bytes than it sends before it breaks the connection. */
  | 'cut-body'
  /** Answers with bytes that are no HTTP. */
  | 'no-http';

export interface Received {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface RudeServer {
  readonly url: string;
  /** Every request that arrived, in order, also those that were dropped. */
  readonly received: readonly Received[];
  /** `when` such as `POST /api/v1/x` (without the query). Each request takes the next behaviour; the last one stays. */
  on(when: string, ...behaviours: readonly [Behaviour, ...Behaviour[]]): void;
  /** How often this was asked. */
  count(when: string): number;
  close(): Promise<void>;
}

/** A server on 127.0.0.1 that misbehaves on command. What was not arranged answers 404 with an HTML page. */
export async function startRudeServer(): Promise<RudeServer> {
  const plans = new Map<string, Behaviour[]>();
  const received: Received[] = [];
  const nameOf = (method: string, path: string) => `${method} ${path.split('?')[0]}`;

  const server = createServer((request, response) => {
    const { method = '', url: path = '', headers } = request;
    const plan = plans.get(nameOf(method, path));
    const behaviour = (plan && plan.length > 1 ? plan.shift() : plan?.[0]) ?? NOT_ARRANGED;
    const entry = { method, path, headers, body: Buffer.alloc(0) };
    received.push(entry);
    request.on('error', () => undefined);
    if (behaviour === 'drop-unread') return void request.socket.resetAndDestroy();
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      entry.body = Buffer.concat(chunks);
      misbehave(behaviour, request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    received,
    on: (when, ...behaviours) => void plans.set(when, [...behaviours]),
    count: (when) => received.filter(({ method, path }) => nameOf(method, path) === when).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const NOT_ARRANGED: Behaviour = { status: 404, body: '<html>no such page</html>' };

function misbehave(behaviour: Behaviour, request: IncomingMessage, response: ServerResponse): void {
  if (typeof behaviour === 'object') {
    answer(behaviour, response);
    return;
  }
  switch (behaviour) {
    case 'hang':
      return;
    case 'drop-unread':
    case 'drop-read':
      request.socket.destroy();
      return;
    case 'hang-in-body':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.write('{"code":0,"da');
      return;
    case 'cut-body':
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '1000' });
      response.write('{"code":0,"da', () => request.socket.destroy());
      return;
    case 'no-http':
      request.socket.end('220 mail.example ready\r\n');
  }
}

function answer(behaviour: Extract<Behaviour, object>, response: ServerResponse): void {
  const { status = 200, headers = {}, json, body, afterMs = 0, endless } = behaviour;
  const timer = setTimeout(() => {
    const type = json === undefined ? {} : { 'content-type': 'application/json' };
    response.writeHead(status, { ...type, ...headers });
    if (endless) return pourForever(response);
    response.end(json === undefined ? body : JSON.stringify(json));
  }, afterMs);
  response.on('close', () => clearTimeout(timer));
}

function pourForever(response: ServerResponse): void {
  const chunk = ' '.repeat(64_000);
  const pour = () => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on('drain', pour);
  response.on('error', () => undefined);
  pour();
}
