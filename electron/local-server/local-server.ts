import { mkdir } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { join } from 'node:path';
import { lockFolder } from '../disk/folder-lock.ts';
import { fail, ok, type Result } from '../result.ts';
import { makeAvatarCalls } from './avatars.ts';
import { makeCopies } from './copies.ts';
import { makeGuard } from './guard.ts';
import type { Cloner } from './pocket/cloner.ts';
import { openPurse, type Purse } from './purse.ts';
import { openReferences } from './references.ts';
import { makeRouter } from './router.ts';
import { makeRoutes } from './routes.ts';
import { makeSpeechCalls, tidySpeech } from './speech.ts';
import type { Synthesizer } from './synthesizer.ts';
import { makeTraining } from './training.ts';
import { openUploads, tidySamples } from './uploads.ts';
import { openVoiceShelf, type VoiceShelf } from './voice-shelf.ts';
import { makeVoiceCalls } from './voices.ts';

/** What the local server needs; nothing of it is global. */
export interface LocalServerOptions {
  /** Where samples, voices and speech are kept; made when missing. Only one process may use it at a time. */
  readonly folder: string;
  /** 0 for a random free port (the default). */
  readonly port?: number;
  /** The bearer token that calls must carry. */
  readonly token: string;
  /** What speaks. Closed with the server; a start that fails leaves it alone. */
  readonly synthesizer: Synthesizer;
  /** What clones, where there is something for it; closed with the server, too. */
  readonly cloner?: Cloner | undefined;
  /** How samples are fetched for a training; default the global fetch. */
  readonly fetch?: typeof globalThis.fetch;
  readonly now?: () => number;
  /** A pretend balance to begin with; absent: as it was, or none. */
  readonly credits?: number | undefined;
  /** Holds each training in `processing` at least this long, in milliseconds; default 0. */
  readonly trainingDelayMs?: number;
  /** Told of errors nobody expected; the caller got a 500. Default: dropped. */
  readonly onDefect?: (error: unknown) => void;
}

export interface LocalServer {
  /** Such as `http://127.0.0.1:41873`. */
  readonly url: string;
  /** Its pretend balance. */
  readonly purse: Pick<Purse, 'coins' | 'onChange' | 'set'>;
  /** Stops listening, ends open connections and the synthesizer. What is half done goes on at the next start. */
  close(): Promise<void>;
}

export type LocalServerFault = 'port-taken' | 'folder-not-usable' | 'folder-in-use' | 'disk-full';

const HOST = '127.0.0.1';

/** What a connection is told that never became a call, by Node's code for it. */
const SOCKET_ANSWERS: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
};

/**
 * Serves A2E's voice protocol on this computer, with clones where there is a model for them and stock voices in their place
 * where there is none: any A2E client works with it. It listens on the loopback address only. Fails with `port-taken` (or forbidden), `folder-in-use` where another process
 * serves this folder, `folder-not-usable` where it cannot be written or its `voices.json` cannot be read.
 */
export async function startLocalServer(
  options: LocalServerOptions,
): Promise<Result<LocalServer, LocalServerFault>> {
  const undo: (() => Promise<void>)[] = [];
  const started = await start(options, undo).catch((error: unknown) =>
    fail('folder-not-usable', { detail: error instanceof Error ? error.message : String(error) }),
  );
  const closeAll = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  if (started.ok) return ok({ ...started.value, close: closeAll });
  await closeAll();
  return started;
}

async function start(
  options: LocalServerOptions,
  undo: (() => Promise<void>)[],
): Promise<Result<Pick<LocalServer, 'url' | 'purse'>, LocalServerFault>> {
  const { folder, token, synthesizer, cloner, now = Date.now, onDefect = () => {} } = options;
  const folders = { samples: join(folder, 'samples'), speech: join(folder, 'speech') };
  for (const each of Object.values(folders)) await mkdir(each, { recursive: true });
  const lock = lockFolder(folder, 'a server on this computer');
  if (!lock.ok) return lock;
  undo.push(async () => lock.value.release());
  const shelf = await openVoiceShelf(folder);
  if (!shelf.ok) return shelf;
  undo.push(shelf.value.settled);
  await tidySamples(folders.samples, {
    used: new Set(shelf.value.list().flatMap(({ samples }) => samples)),
    now: now(),
  });
  await tidySpeech(folders.speech, now());
  const references = await openReferences(
    join(folder, 'references'),
    new Set(shelf.value.list().map(({ id }) => id)),
  );

  const purse = await openPurse(folder);
  if (options.credits !== undefined) await purse.set({ coins: options.credits });

  const server = makeServer();
  const listening = await listen(server, options.port ?? 0);
  if (!listening.ok) return listening;
  const port = listening.value;
  const origin = `http://${HOST}:${port}`;

  const uploads = openUploads({ folder: folders.samples, origin, now });
  const speech = makeSpeechCalls({
    ...{ folder: folders.speech, origin, shelf: shelf.value, synthesizer, cloner, references, purse },
  });
  const training = makeTraining({
    ...{ shelf: shelf.value, uploads, references, cloner, now, onDefect },
    fetch: options.fetch ?? globalThis.fetch,
    delayMs: options.trainingDelayMs ?? 0,
  });
  const voices = makeVoiceCalls({ shelf: shelf.value, uploads, references, training, purse, now });
  const copies = makeCopies({ uploads, fetch: options.fetch ?? globalThis.fetch });
  const avatars = makeAvatarCalls({ synthesizer, uploads, voices });
  const routes = makeRoutes({ uploads, voices, speech, purse, copies, avatars });
  const router = makeRouter({ routes, guard: makeGuard({ port, token }), origin, onDefect });
  // No await between listening and this: a call that came in between would never be answered.
  server.on('request', router.listener).on('error', onDefect);
  // Undone from the last to the first: no new calls, no more work, then the calls that are left end by themselves.
  undo.push(
    router.settled,
    training.close,
    () => synthesizer.close(),
    async () => cloner?.close(),
    () => stop(server),
  );
  takeUp(shelf.value, training.begin);
  return ok({ url: origin, purse });
}

/** Trainings that an earlier process began. */
function takeUp(shelf: VoiceShelf, begin: (id: string) => void): void {
  for (const { id, status } of shelf.list()) if (status === 'sent' || status === 'processing') begin(id);
}

function makeServer(): Server {
  const server = createServer({
    headersTimeout: 10_000,
    requestTimeout: 120_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16 * 1024,
  });
  server.maxConnections = 256;
  server.on('clientError', (error, socket) => {
    const code = 'code' in error ? String(error.code) : '';
    const status = SOCKET_ANSWERS[code] ?? '400 Bad Request';
    if (socket.writable) socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    else socket.destroy();
  });
  return server;
}

function listen(server: Server, port: number): Promise<Result<number, 'port-taken'>> {
  return new Promise((resolve) => {
    const refuse = (error: Error) => resolve(fail('port-taken', { detail: error.message, facts: { port } }));
    server.once('error', refuse);
    server.listen({ host: HOST, port }, () => {
      server.off('error', refuse);
      const address = server.address();
      resolve(ok(typeof address === 'object' && address ? address.port : port));
    });
  });
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
