import { afterEach } from 'vitest';
import { openStations, type Stations } from '../../electron/boot/stations.ts';
import { findHome } from '../../electron/library/home.ts';
import type { KeptStore } from '../../electron/library/kept-store.ts';
import { ok } from '../../electron/result.ts';
import { memoryStore } from '../library/memory-store.ts';
import { noCloneModel } from './no-clone-model.ts';
import { NO_PURSE } from './servers/no-purse.ts';

const opened: Stations[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((stations) => stations.close()));
});

/** All stations over this folder, with documents in memory and a server on this computer that nobody may call. */
export async function openTestStations(
  folder: string,
  stores = new Map<string, KeptStore>(),
): Promise<Stations> {
  const made = await openStations({
    home: findHome({ TIMBRE_HOME: folder }, 'linux'),
    env: {},
    openStore(name) {
      const store = stores.get(name) ?? memoryStore();
      stores.set(name, store);
      return store;
    },
    startLocal: async () => ok({ url: 'http://127.0.0.1:9', purse: NO_PURSE, close: async () => {} }),
    cloneModel: noCloneModel,
    who: 'a test',
  });
  if (!made.ok) throw new Error(`${made.fault.code}: ${made.fault.detail}`);
  opened.push(made.value);
  return made.value;
}
