import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import Conf from 'conf';
import { openStations, type Stations } from '../../../electron/boot/stations.ts';
import { isSettled } from '../../../electron/jobs/job.ts';
import { findHome } from '../../../electron/library/home.ts';
import { storeOptions } from '../../../electron/library/kept-store.ts';
import { encodeWav } from '../../../electron/recording/wav.ts';
import { fail } from '../../../electron/result.ts';
import { noCloneModel } from '../../boot/no-clone-model.ts';
import { newVoice } from '../../cloning/clone-world.ts';
import { sine } from '../../recording/tones.ts';

/** What one batch came to. */
export interface SpeakingRun {
  /** The time that the server needs for as many lines at its full width, over the time it took. */
  readonly rate: number;
  readonly lines: number;
  readonly spoken: number;
  readonly clips: number;
  /** Calls to speak, those that were turned away with a 429, and those of them that the server itself had no room for. */
  readonly calls: number;
  readonly refused: number;
  readonly crowded: number;
}

/** What this program prints. */
export interface SpeakingTimes {
  /** The rate of four callers that do nothing but call, by the same client of HTTP, before each plain batch. */
  readonly bare: readonly number[];
  readonly plain: readonly SpeakingRun[];
  readonly busy: readonly SpeakingRun[];
}

const LINES = 400;
const LINE_MS = 50;
const AT_ONCE = 4;
const ROUNDS = Number(process.env['ROUNDS'] ?? 3);
/** In the busy rounds every so manieth call is turned away whatever room there is. */
const REFUSED_EVERY = Number(process.env['EVERY'] ?? 40);

/** A server in a thread of its own: 50 ms a line, four at once, a 429 for what is more. */
const SERVER = `
const { createServer } = require('node:http');
const { parentPort, workerData } = require('node:worker_threads');
const { sound, LINE_MS, AT_ONCE } = workerData;
let under = 0, calls = 0, refused = 0, crowded = 0, spoken = 0, coins = 1e6, every = 0;
parentPort.on('message', (next) => {
  if (next === 'tell') return parentPort.postMessage({ calls, refused, crowded, spoken });
  every = next; calls = refused = crowded = spoken = 0;
});
const server = createServer((request, response) => {
  request.resume().on('end', () => {
    const say = (data) => { response.setHeader('content-type', 'application/json'); response.end(JSON.stringify({ code: 0, data })); };
    if (request.url.endsWith('.wav')) { response.setHeader('content-type', 'audio/wav'); return response.end(sound); }
    if (request.url.endsWith('remainingCoins')) return say({ coins });
    if (!request.url.endsWith('send_tts')) return response.writeHead(404).end();
    calls++;
    const isTurn = every > 0 && calls % every === 0;
    if (isTurn || under >= AT_ONCE) {
      if (!isTurn) crowded++;
      const after = [{}, { 'retry-after': '0' }, { 'retry-after': '1' }][refused++ % 3];
      return response.writeHead(429, after).end();
    }
    under++;
    setTimeout(() => { under--; spoken++; coins -= 2; say('http://' + request.headers.host + '/' + spoken + '.wav'); }, LINE_MS);
  });
});
server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

const folder = mkdtempSync(join(tmpdir(), 'timbre-speaking-'));
const sampleRate = 24_000;
const sound = encodeWav({ sampleRate, samples: sine({ hz: 200, sampleRate, seconds: 1.5 }) }, 16);
const worker = new Worker(SERVER, { eval: true, workerData: { sound, LINE_MS, AT_ONCE } });
const told = <T>() => new Promise<T>((resolve) => worker.once('message', resolve));
try {
  const port = await told<number>();
  const url = `http://127.0.0.1:${port}`;
  const bare: number[] = [];
  const plain: SpeakingRun[] = [];
  const busy: SpeakingRun[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    bare.push(await callBare(url));
    plain.push(await speak(url, 0));
  }
  for (let round = 0; round < ROUNDS; round++) busy.push(await speak(url, REFUSED_EVERY));
  const times: SpeakingTimes = { bare, plain, busy };
  process.stdout.write(JSON.stringify(times));
} finally {
  await worker.terminate();
  rmSync(folder, { recursive: true, force: true });
}

/** The best that can be had of this server: four loops that call and read the answer. */
async function callBare(url: string): Promise<number> {
  worker.postMessage(0);
  let left = LINES;
  const began = performance.now();
  const caller = async () => {
    while (left > 0) {
      left--;
      await (await fetch(`${url}/send_tts`, { method: 'POST', body: '{}' })).json();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, caller));
  return rateOf(performance.now() - began);
}

/** The time that the server needs for all lines at its full width, over this time in milliseconds. */
function rateOf(took: number): number {
  return ((LINES / AT_ONCE) * LINE_MS) / took;
}

async function speak(url: string, every: number): Promise<SpeakingRun> {
  const root = mkdtempSync(join(folder, 'home-'));
  const opened = await openStations({
    ...{ home: findHome({ TIMBRE_HOME: root }, 'linux'), cloneModel: noCloneModel, who: 'a bench' },
    openStore(name) {
      const store = new Conf<Record<string, unknown>>(storeOptions(root, name));
      return { get: (key) => store.get(key), set: (key, value) => store.set(key, value) };
    },
    startLocal: async () => fail('not-here'),
    env: { TIMBRE_SERVER_URL: url, TIMBRE_TOKEN: 'sk_bench' },
  });
  if (!opened.ok) throw new Error(opened.fault.code);
  const stations = opened.value;
  const { voices, batches, runner, clips, close } = stations;
  const voice = newVoice({ server: url, state: { status: 'completed', remoteId: 'a'.repeat(24) } });
  voices.save(voice);
  worker.postMessage(every);
  const rows = Array.from({ length: LINES }, (_, i) => ({ text: `This is line ${i}.` }));
  const made = await batches.make({ name: 'b', voiceId: voice.id, speed: 1 }, rows);
  if (!made.ok) throw new Error(made.fault.code);
  const began = performance.now();
  runner.start();
  await allSettled(stations);
  const took = performance.now() - began;
  worker.postMessage('tell');
  const counts = await told<Pick<SpeakingRun, 'calls' | 'refused' | 'crowded' | 'spoken'>>();
  const kept = clips.list().length;
  await close();
  return { ...counts, rate: rateOf(took), lines: LINES, clips: kept };
}

async function allSettled({ runner }: Stations): Promise<void> {
  const isOver = () => runner.list().every(({ state }) => isSettled(state));
  await new Promise<void>((resolve) => {
    const stop = runner.onChange(() => {
      if (!isOver()) return;
      stop();
      resolve();
    });
  });
}
