import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createFliteSynthesizer } from '../../electron/local-server/flite-synthesizer.ts';
import { startLocalServer } from '../../electron/local-server/local-server.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import { ROOT } from './launch.ts';

/** A server of the same protocol elsewhere: it counts every call, and can keep an answer to itself. */
export interface CountingServer {
  readonly url: string;
  readonly token: string;
  /** How often this was called, such as `POST training`: method and the last word of the path. */
  readonly count: (call: string) => number;
  /** Everything that was uploaded, in order. */
  readonly uploads: readonly Uint8Array[];
  /**
   * From now on the answers to this call are never sent. Resolves when the next such call was received; with
   * `carriedOut` only after the server has done what it was asked.
   */
  readonly swallow: (call: string, when: 'received' | 'carriedOut') => Promise<void>;
  /** The next such call is refused, in these words. */
  readonly refuse: (call: string, words: string) => void;
  /** The queries of all links it gave out: they are credentials. */
  readonly signatures: ReadonlySet<string>;
  /** Answers everything again. */
  readonly answerAgain: () => void;
  readonly close: () => Promise<void>;
}

/**
 * Starts it on this port, or a free one; `trainingDelayMs` is how long a training takes at least, `speechGain` how loud
 * its speech is beside what the voices are, 0…1.
 */
export async function startCountingServer(options: {
  folder: string;
  trainingDelayMs?: number;
  port?: number;
  speechGain?: number;
}): Promise<CountingServer> {
  const token = 'sk_test.a-token.that-must-appear-nowhere';
  const inner = await startLocalServer({
    folder: options.folder,
    token,
    trainingDelayMs: options.trainingDelayMs ?? 0,
    synthesizer: createFliteSynthesizer({
      workerFile: join(ROOT, 'out/main/flite-worker.cjs'),
      wasmFile: join(ROOT, 'out/main/flite.wasm'),
    }),
  });
  if (!inner.ok) throw new Error(inner.fault.code);
  const counts = new Map<string, number>();
  const uploads: Uint8Array[] = [];
  const signatures = new Set<string>();
  let refused: { readonly call: string; readonly words: string } | undefined;
  let swallowed: { call: string; when: 'received' | 'carriedOut'; reached: () => void } | undefined;
  let url = '';

  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    const call = `${request.method} ${path.split('/').at(-1)}`;
    const kind = path.startsWith('/upload/') ? 'PUT upload' : call;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (refused?.call === kind) {
      response.writeHead(400, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ code: 12, msg: refused.words, trace_id: 'trace-of-a-refusal' }));
      refused = undefined;
      return;
    }
    const mine = swallowed?.call === kind ? swallowed : undefined;
    if (mine?.when === 'received') return mine.reached();
    const body = await readBody(request);
    if (kind === 'PUT upload') uploads.push(new Uint8Array(body));
    const answer = await forward(`${inner.value.url}${request.url}`, request, body);
    if (mine) return mine.reached();
    if (answer.type.startsWith('audio/') && path.startsWith('/files/speech/'))
      answer.bytes = quieter(answer.bytes, options.speechGain ?? 1);
    const text = answer.type.includes('json')
      ? signed(answer.bytes.toString().replaceAll(inner.value.url, url))
      : undefined;
    for (const [, query = ''] of text?.matchAll(/\?([^"\s]{20,})"/g) ?? []) signatures.add(query);
    response.writeHead(answer.status, { 'content-type': answer.type });
    response.end(request.method === 'HEAD' ? undefined : (text ?? answer.bytes));
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(options.port ?? 0, '127.0.0.1', done));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  return {
    url,
    token,
    count: (call) => counts.get(call) ?? 0,
    uploads,
    swallow: (call, when) =>
      new Promise((reached) => {
        swallowed = { call, when, reached };
      }),
    refuse: (call, words) => {
      refused = { call, words };
    },
    signatures,
    answerAgain: () => {
      swallowed = undefined;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      await inner.value.close();
    },
  };
}

/** Links to speech with a query as A2E's storage has it. */
function signed(text: string): string {
  return text.replace(
    /(\/files\/speech\/[^"?]+)"/g,
    `$1?X-Amz-Signature=${randomBytes(24).toString('hex')}"`,
  );
}

function quieter(wav: Buffer<ArrayBuffer>, gain: number): Buffer<ArrayBuffer> {
  const sound = decodeWav(wav);
  if (gain === 1 || !sound.ok) return wav;
  const { samples, sampleRate } = sound.value;
  return Buffer.from(encodeWav({ sampleRate, samples: samples.map((sample) => sample * gain) }, 16));
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

async function forward(url: string, request: IncomingMessage, body: Buffer) {
  const { authorization, 'content-type': type } = request.headers;
  const answer = await fetch(url, {
    method: request.method ?? 'GET',
    redirect: 'manual',
    headers: { ...(authorization && { authorization }), ...(type && { 'content-type': type }) },
    ...(body.length > 0 && { body: new Uint8Array(body) }),
  });
  return {
    status: answer.status,
    type: answer.headers.get('content-type') ?? 'application/octet-stream',
    bytes: Buffer.from(await answer.arrayBuffer()),
  };
}
