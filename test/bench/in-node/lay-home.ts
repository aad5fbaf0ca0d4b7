import Conf from 'conf';
import { openStations } from '../../../electron/boot/stations.ts';
import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import { findHome } from '../../../electron/library/home.ts';
import { storeOptions } from '../../../electron/library/kept-store.ts';
import { fail } from '../../../electron/result.ts';
import { noCloneModel } from '../../boot/no-clone-model.ts';

/**
 * Makes a data folder: `node lay-home.mjs <home> <voices> <lines>`. So many voices that are ready, on the server of the
 * environment, and where lines are asked for a batch of them in the queue, which waits because it is paused.
 */
const [root = '', voices = '0', lines = '0'] = process.argv.slice(2);
const LANGUAGES = ['en', 'de', 'fr', 'es', 'it', 'ja'];
const MODELS = ['minimax', 'a2e', 'cartesia'] as const;

const opened = await openStations({
  ...{
    home: findHome({ TIMBRE_HOME: root }, 'linux'),
    env: process.env,
    cloneModel: noCloneModel,
    who: 'a bench',
  },
  openStore: (name) => {
    const store = new Conf<Record<string, unknown>>(storeOptions(root, name));
    return { get: (key) => store.get(key), set: (key, value) => store.set(key, value) };
  },
  startLocal: async () => fail('not-here'),
});
if (!opened.ok) throw new Error(opened.fault.code);
const { voices: shelf, servers, batches, settings, close } = opened.value;
const server = servers.chosen().id;
const made = Array.from(
  { length: Number(voices) },
  (_, at): Voice => ({
    ...{ id: `voice-${at}`, name: `Voice ${at} of the account`, server, takeIds: [], jobId: '' },
    ...{ model: MODELS[at % MODELS.length] ?? 'a2e', language: LANGUAGES[at % LANGUAGES.length] ?? 'en' },
    ...{ gender: 'female', consent: { at, how: 'elsewhere' }, createdAt: at, updatedAt: at },
    state: { status: 'completed', remoteId: `${at}`.padStart(24, '0') },
    tags: [`tag ${at % 40}`],
  }),
);
const byId = new Map(made.map((voice) => [voice.id, voice]));
await shelf.saveAll({ ids: [...byId.keys()], make: (id) => byId.get(id), onKept: () => undefined });
if (Number(lines) > 0) {
  settings.change({ queuePaused: true });
  const rows = Array.from({ length: Number(lines) }, (_, i) => ({ text: `This is line ${i} of the book.` }));
  const batch = await batches.make({ name: 'The book', voiceId: 'voice-0', speed: 1 }, rows);
  if (!batch.ok) throw new Error(batch.fault.code);
}
await close();
process.stdout.write('null');
