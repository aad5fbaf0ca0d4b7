import Conf from 'conf';
import { openStations, type Stations } from '../../electron/boot/stations.ts';
import { findHome } from '../../electron/library/home.ts';
import { storeOptions } from '../../electron/library/kept-store.ts';
import { fail } from '../../electron/result.ts';
import { noCloneModel } from '../boot/no-clone-model.ts';

/** How much faster than the world's the clock of a process that is killed runs, and with it every timer. */
const HASTE = 20;

export const realTimeout = globalThis.setTimeout;

/** Opens everything on this data folder, in a hurry from the moment `beganAt` on that all its processes share. */
export async function openChildStations(root: string, beganAt: number): Promise<Stations> {
  const now = () => beganAt + (Date.now() - beganAt) * HASTE;
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
  return opened.value;
}

/** Has the voice `Ada` made of the take that is there. */
export async function makeAda({ maker, servers }: Stations): Promise<void> {
  const made = await maker.make({
    ...{ name: 'Ada', server: servers.chosen().id, model: 'a2e', language: 'en', gender: 'female' },
    ...{ takeIds: ['take-1'], consent: { at: 1, how: 'ticked' } },
  });
  if (!made.ok) throw new Error(`${made.fault.code} ${made.fault.detail}`);
}

/** Resolves when this is so, or after so many milliseconds; it is looked at every 10 ms. */
export async function until(isSo: () => boolean, withinMs = Number.POSITIVE_INFINITY): Promise<void> {
  const began = performance.now();
  while (!isSo() && performance.now() - began < withinMs)
    await new Promise((resolve) => realTimeout(resolve, 10));
}
