import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Conf from 'conf';
import type { RemoteVoice } from '../../../electron/a2e/client.ts';
import type { Connection } from '../../../electron/cloning/server.ts';
import { syncAccount } from '../../../electron/cloning/voice/account-sync.ts';
import { findVoices } from '../../../electron/cloning/voice/find-voices.ts';
import { type OpenStore, storeOptions } from '../../../electron/library/kept-store.ts';
import { openVoiceShelf, type VoiceShelf } from '../../../electron/library/voice-shelf.ts';
import { ok } from '../../../electron/result.ts';
import { freeTill } from '../../cloning/test-till.ts';

/** What this program prints, in milliseconds. */
export interface VoiceShelfTimes {
  readonly sync: readonly number[];
  /** The longest time for which nothing else could run while 10,000 voices were synced. */
  readonly stall: readonly number[];
  readonly open: readonly number[];
  readonly change: readonly number[];
  readonly search: readonly number[];
}

const VOICES = 10_000;
const ROUNDS = 5;
const SERVER = 'https://a.example';

const remotes: readonly RemoteVoice[] = Array.from({ length: VOICES }, (_, at) => ({
  ...{
    id: `remote-${at}`,
    name: `Voice ${at} of the account`,
    sampleUrls: [`https://cdn.example/${at}.wav`],
  },
  ...{ status: 'completed', wireStatus: 'completed', model: 'minimax', language: 'en', createdAt: at },
}));
const client = {
  baseUrl: SERVER,
  voices: async () => ok({ voices: remotes, isWhole: true }),
} as Partial<Connection['client']> as Connection['client'];

const times = { sync: [], stall: [], open: [], change: [], search: [] } as {
  [K in keyof VoiceShelfTimes]: number[];
};
for (let round = 0; round < ROUNDS; round++) {
  const folder = mkdtempSync(join(tmpdir(), 'timbre-voices-'));
  const open: OpenStore = (name) => {
    const store = new Conf<Record<string, unknown>>(storeOptions(folder, name));
    return { get: (key) => store.get(key), set: (key, value) => store.set(key, value) };
  };
  try {
    const stalls = watchStalls();
    times.sync.push(await timed(() => sync(openVoiceShelf(open))));
    times.stall.push(stalls.longest());
    let shelf: VoiceShelf | undefined;
    times.open.push(
      await timed(async () => {
        shelf = openVoiceShelf(open);
      }),
    );
    if (shelf?.list().length !== VOICES) throw new Error(`${shelf?.list().length} voices were found again`);
    const voices = shelf.list();
    const [one] = voices.slice(5000);
    if (!one) throw new Error('no voice to change');
    times.change.push(await timed(async () => shelf?.save({ ...one, name: 'Changed' })));
    findVoices(voices, { typed: 'x', tag: null });
    for (const typed of ['v', 'voice 99', 'minimax 12'])
      times.search.push(await timed(async () => findVoices(voices, { typed, tag: null })));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
process.stdout.write(JSON.stringify(times));

async function sync(shelf: VoiceShelf): Promise<void> {
  let count = 0;
  const report = await syncAccount(SERVER, {
    ...{ shelf, now: Date.now, ownLinks: () => [], isHidden: () => false, onChanged: () => undefined },
    connect: async () => ok({ server: SERVER, client, textLimit: 1000, till: freeTill() }),
    newId: () => `voice-${++count}`,
  });
  if (!report.ok || report.value.found !== VOICES) throw new Error('the sync did not find them all');
}

/** How long the loop of this process stood still at most, while it is watched. */
function watchStalls(): { longest(): number } {
  let longest = 0;
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
  }, 1);
  return {
    longest() {
      clearInterval(timer);
      return longest;
    },
  };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
