import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { createA2eClient } from '../../../electron/a2e/create-client.ts';
import { putStream } from '../../../electron/a2e/put-stream.ts';
import { openStations } from '../../../electron/boot/stations.ts';
import { fileBody } from '../../../electron/cloning/sample/sample-body.ts';
import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import { findHome } from '../../../electron/library/home.ts';
import { fail, type Result } from '../../../electron/result.ts';
import { noCloneModel } from '../../boot/no-clone-model.ts';
import { layTake } from '../../faults/kill-stations.ts';
import { memoryStore } from '../../library/memory-store.ts';

/** What this program prints. */
export interface ServerTimes {
  /** Curl's time for the same file to the same server, over ours for the PUT; none where there is no curl. */
  readonly putRatio: readonly number[];
  /** The same over all of an upload: asked for a link, sent, answered. */
  readonly uploadRatio: readonly number[];
  /** Milliseconds from asking for a voice until the server has taken its training on. */
  readonly accepted: readonly number[];
  /** Milliseconds from a voice being ready on the server until Timbre knows. */
  readonly noticed: readonly number[];
}

/** 60 s of 48 kHz, 16 bit, mono. */
const BYTES = 5_800_000;
const ROUNDS = 61;
const TRAININGS_MS = [1_200, 4_000, 9_700];

/** A server in a thread of its own, so that nobody's time is spent on it; trainings take as long as its name says. */
const SERVER = `
const { createServer } = require('node:http');
const { parentPort } = require('node:worker_threads');
const voices = new Map();
const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    const url = 'http://' + request.headers.host;
    const path = request.url.split('?')[0];
    const say = (data) => { response.setHeader('content-type', 'application/json'); response.end(JSON.stringify({ code: 0, data })); };
    const tell = ({ record, readyAt }) => ({ ...record, current_status: Date.now() >= readyAt ? 'completed' : 'processing', readyAt });
    if (request.method === 'HEAD') { response.writeHead(200, { 'content-type': 'audio/wav', 'content-length': sizes.get(path) ?? 0 }); return response.end(); }
    if (request.method === 'PUT') { sizes.set(path, chunks.reduce((sum, { length }) => sum + length, 0)); return say(null); }
    if (path.endsWith('presigned_url')) { const { key } = JSON.parse(Buffer.concat(chunks)); return say({ uploadUrl: url + '/' + key + '?s=1', cdnUrl: url + '/' + key }); }
    if (path.endsWith('training')) {
      const body = JSON.parse(Buffer.concat(chunks));
      const record = { _id: String(voices.size + 1).padStart(24, '0'), ...body };
      const voice = { record, readyAt: Date.now() + Number(body.name) };
      voices.set(record._id, voice);
      return say({ ...record, current_status: 'sent' });
    }
    if (path.endsWith('remainingCoins')) return say({ coins: 1000 });
    if (path.endsWith('Record')) return say([...voices.values()].map(tell));
    const voice = voices.get(path.split('/').at(-1));
    return voice ? say(tell(voice)) : response.writeHead(404).end();
  });
});
const sizes = new Map();
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

const folder = mkdtempSync(join(tmpdir(), 'timbre-servers-'));
const worker = new Worker(SERVER, { eval: true });
try {
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  const url = `http://127.0.0.1:${port}`;
  const times: ServerTimes = { ...(await uploads(url)), ...(await trainings(url)) };
  process.stdout.write(JSON.stringify(times));
} finally {
  await worker.terminate();
  rmSync(folder, { recursive: true, force: true });
}

async function uploads(url: string): Promise<Pick<ServerTimes, 'putRatio' | 'uploadRatio'>> {
  const file = join(folder, 'sample.wav');
  writeFileSync(file, Buffer.alloc(BYTES, 7));
  const client = createA2eClient({ baseUrl: url, token: () => 'sk_bench' });
  const ratios = { putRatio: [] as number[], uploadRatio: [] as number[] };
  const body = await fileBody(file);
  if (!body) throw new Error('no file');
  const contentType = 'audio/wav';
  for (let round = 0; round < ROUNDS; round++) {
    const whole = await timed(() => client.upload({ body, contentType, key: `bench/${round}.wav` }));
    const to = new URL(`${url}/bench/put-${round}.wav`);
    const put = await timed(() =>
      putStream({ url: to, contentType, body, withinMs: 60_000, maxBytes: 64_000 }),
    );
    const theirs = await curlTime(file, `${url}/bench/curl-${round}.wav`);
    if (theirs === undefined) break;
    // What the first round compiles and opens counts for none of them.
    if (round === 0) continue;
    ratios.putRatio.push(theirs / put);
    ratios.uploadRatio.push(theirs / whole);
  }
  return ratios;
}

async function timed(work: () => Promise<Result<unknown>>): Promise<number> {
  const began = performance.now();
  const done = await work();
  if (!done.ok) throw new Error(done.fault.code);
  return performance.now() - began;
}

/** Milliseconds as curl tells them, without its own start; undefined where there is none. */
async function curlTime(file: string, url: string): Promise<number | undefined> {
  const words = ['-s', '-T', file, '-H', 'Expect:', '-H', 'content-type: audio/wav', '-o', '/dev/null'];
  try {
    const { stdout } = await promisify(execFile)('curl', [...words, '-w', '%{time_total}', url]);
    return Number(stdout) * 1000;
  } catch {
    return undefined;
  }
}

async function trainings(url: string): Promise<Pick<ServerTimes, 'accepted' | 'noticed'>> {
  const home = join(folder, 'home');
  layTake(home);
  const opened = await openStations({
    ...{ home: findHome({ TIMBRE_HOME: home }, 'linux'), cloneModel: noCloneModel, who: 'a bench' },
    ...{ openStore: () => memoryStore(), startLocal: async () => fail('not-here') },
    env: { TIMBRE_SERVER_URL: url, TIMBRE_TOKEN: 'sk_bench' },
  });
  if (!opened.ok) throw new Error(opened.fault.code);
  const { maker, events, runner, close } = opened.value;
  runner.start();
  const accepted: number[] = [];
  const noticed: number[] = [];
  for (const ms of TRAININGS_MS) {
    const began = performance.now();
    let takenOn = 0;
    const ready = new Promise<void>((resolve) => {
      const stop = events.listen((name, value) => {
        if (name !== 'voice.changed') return;
        const { status } = (value as Voice).state;
        if (status === 'sent') takenOn ||= performance.now();
        if (status !== 'completed') return;
        noticed.push(performance.now() - takenOn - ms);
        stop();
        resolve();
      });
    });
    const made = await maker.make({
      ...{ name: String(ms), server: url, model: 'a2e', language: 'en', gender: 'female' },
      ...{ takeIds: ['take-1'], consent: { at: 1, how: 'ticked' } },
    });
    if (!made.ok) throw new Error(made.fault.code);
    await ready;
    accepted.push(takenOn - began);
  }
  await close();
  return { accepted, noticed };
}
