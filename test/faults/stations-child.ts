import Conf from 'conf';
import { retryJob } from '../../electron/boot/retry.ts';
import { openStations, type Stations } from '../../electron/boot/stations.ts';
import { isSettled } from '../../electron/jobs/job.ts';
import { findHome } from '../../electron/library/home.ts';
import { storeOptions } from '../../electron/library/kept-store.ts';
import { fail } from '../../electron/result.ts';
import { say } from '../../electron/speaking/speaker.ts';
import { noCloneModel } from '../boot/no-clone-model.ts';

/**
 * The process that is killed: `node stations-child.mjs <home> <beganAt> <retry>`. It makes one voice of the take that is
 * there and has it say one line, unless an earlier process did, and ends when nothing waits any more. Its clock, and with
 * it every timer, runs twenty times as fast, from one moment on that all processes share.
 */
const HASTE = 20;
const [root = '', beganAt = '0', retry = ''] = process.argv.slice(2);
const now = () => Number(beganAt) + (Date.now() - Number(beganAt)) * HASTE;
const realTimeout = globalThis.setTimeout;
globalThis.setTimeout = ((work: () => void, ms = 0, ...rest: never[]) =>
  realTimeout(work, ms / HASTE, ...rest)) as typeof setTimeout;

const home = findHome({ TIMBRE_HOME: root }, 'linux');
const opened = await openStations({
  ...{ home, env: process.env, now, cloneModel: noCloneModel, who: 'a test' },
  openStore: (name) => {
    const store = new Conf<Record<string, unknown>>(storeOptions(home.root, name));
    return { get: (key) => store.get(key), set: (key, value) => store.set(key, value) };
  },
  startLocal: async () => fail('not-here'),
});
if (!opened.ok) throw new Error(`${opened.fault.code} ${opened.fault.detail}`);
const stations = opened.value;
process.stdout.write('up\n');
await work(stations);

async function work({ maker, voices, runner, servers, clips, samples }: Stations): Promise<void> {
  runner.start();
  if (voices.list().length === 0) {
    const made = await maker.make({
      ...{ name: 'Ada', server: servers.chosen().id, model: 'a2e', language: 'en', gender: 'female' },
      ...{ takeIds: ['take-1'], consent: { at: 1, how: 'ticked' } },
    });
    if (!made.ok) throw new Error(`${made.fault.code} ${made.fault.detail}`);
  }
  const [voice] = voices.list();
  if (voice && !runner.list().some(({ kind }) => kind === 'speak')) {
    const said = await say(
      { voiceId: voice.id, text: 'Hello there.', speed: 1 },
      { voice: voices.get, runner: () => runner, connect: servers.connect, newId: () => 'clip-1' },
    );
    if (!said.ok) throw new Error(`${said.fault.code} ${said.fault.detail}`);
  }
  if (retry === 'retry')
    for (const { id, state } of runner.list()) if (state.status === 'failed') await retryJob(runner, id);
  await allSettled(runner);
  const jobs = runner.list().map(({ kind, state }) => ({
    ...{ kind, status: state.status },
    ...(state.status === 'failed' && { code: state.fault.code }),
  }));
  process.stdout.write(
    `${JSON.stringify({ jobs, clips: clips.list().length, voice: voices.list()[0]?.state.status, draft: samples.get().revision })}\n`,
  );
  await stations.close();
}

/** Resolves when no job has anything left to do. */
async function allSettled(runner: Stations['runner']): Promise<void> {
  const isOver = () => runner.list().every(({ state }) => isSettled(state));
  while (!isOver()) await new Promise((resolve) => realTimeout(resolve, 10));
}
