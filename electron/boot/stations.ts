import { z } from 'zod';
import { cloneJob } from '../cloning/clone-job.ts';
import { clipFiles, loadSample, partsOf } from '../cloning/load-sample.ts';
import { createSampleDesk, type SampleDesk } from '../cloning/sample-desk.ts';
import { createVoiceMaker, type VoiceMaker } from '../cloning/voice-maker.ts';
import type { Notice } from '../contract/calls.ts';
import { lockFolder } from '../disk/folder-lock.ts';
import { createJobRunner } from '../jobs/create-runner.ts';
import type { Job } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/runner.ts';
import type { Home } from '../library/home.ts';
import type { OpenStore } from '../library/kept-store.ts';
import { openKept } from '../library/open-kept.ts';
import { openServerShelf } from '../library/server-shelf.ts';
import { openTokenShelf, type TokenShelf } from '../library/token-shelf.ts';
import type { Vault } from '../library/vault.ts';
import type { VoiceShelf } from '../library/voice-shelf.ts';
import { type OpenSoundFile, openSoundFile } from '../recording/decoding/sound-thread.ts';
import type { Importer } from '../recording/importer.ts';
import { fail, ok, type Result } from '../result.ts';
import { speechJob } from '../speaking/speech-job.ts';
import { type CloneModel, followCloneModel } from './clone-model.ts';
import { createEmitter, type Emitter } from './emitter.ts';
import { createHearing, type Hearing } from './hearing.ts';
import { newId } from './ids.ts';
import { openImporter } from './importing.ts';
import { type Library, openLibrary } from './open-library.ts';
import type { StartLocalServer } from './server-line.ts';
import { openServers, type Servers } from './servers.ts';
import { takeSource } from './take-source.ts';
import { viewJob } from './views.ts';
import { createVoiceCare, type VoiceCare } from './voice-care.ts';
import { createVoiceFiles, type VoiceFiles } from './voice-files.ts';

/** How many jobs of a lane run at once: trainings mostly wait, so several; speech one by one, in order. */
const LANES = { clone: 4, speak: 1 } as const;

export interface StationsOptions {
  readonly home: Home;
  readonly env: NodeJS.ProcessEnv;
  readonly openStore: OpenStore;
  readonly startLocal: StartLocalServer;
  /** What clones on this computer; closed with the stations. */
  readonly cloneModel: CloneModel;
  /** Opens sound files that are taken in; default in this very thread. */
  readonly openSound?: OpenSoundFile;
  /** Told to whoever finds the data folder taken, such as "the app". */
  readonly who: string;
  readonly now?: () => number;
  /** What seals tokens; absent where there is no keyring, as in plain Node. */
  readonly vault?: Vault | undefined;
  /** Language of the servers' messages; default that of the window, `en-US`. */
  readonly language?: string;
  /** Name, address or id of the server to use in this run; default the chosen one. */
  readonly serverName?: string | undefined;
}

/** Every part of Timbre, built and joined; the app and the command line stand on the same. */
export interface Stations extends Library {
  readonly home: Home;
  readonly now: () => number;
  readonly importer: Importer;
  readonly openSound: OpenSoundFile;
  readonly samples: SampleDesk;
  readonly maker: VoiceMaker;
  readonly care: VoiceCare;
  readonly hearing: Hearing;
  readonly files: VoiceFiles;
  readonly runner: JobRunner;
  readonly servers: Servers;
  readonly cloneModel: CloneModel;
  readonly tokens: Pick<TokenShelf, 'hasKeyring'>;
  readonly events: Emitter;
  readonly notices: readonly Notice[];
  /** Stops the work (it goes on at the next start) and frees the data folder. */
  close(): Promise<void>;
}

/** Opens the data folder for writing and builds everything on it. Fails where another Timbre has it, with `folder-in-use`. */
export async function openStations(options: StationsOptions): Promise<Result<Stations>> {
  const lock = lockFolder(options.home.root, options.who);
  if (!lock.ok) return lock;
  try {
    const built = await build(options, lock.value.release);
    if (!built.ok) lock.value.release();
    return built;
  } catch (error) {
    lock.value.release();
    return fail('folder-not-usable', { detail: error instanceof Error ? error.message : String(error) });
  }
}

async function build(options: StationsOptions, release: () => void): Promise<Result<Stations>> {
  const { home, now = Date.now, openSound = openSoundFile } = options;
  const events = createEmitter();
  const notices: Notice[] = [];
  const reached = await openLines(options, { now, events, notices, release: (key) => runner.release(key) });
  if (!reached.ok) return reached;
  const { servers, tokens } = reached.value;
  const library = await openLibrary({ ...options, now, notices });
  const { voices, consents } = library;
  const source = takeSource(library.takes);

  const samples = createSampleDesk({
    ...{ shelf: library.sampleShelf, consents, source, now },
    isCarried: (id) => voices.list().some(({ consent }) => consent.record?.id === id),
    newId: () => newId('consent', now()),
    onChanged: (draft) => events.emit('sample.changed', draft),
  });

  const maker = createVoiceMaker({
    ...{ shelf: voices, connect: servers.connect, now, runner: () => runner },
    newId: (what) => newId(what, now()),
    ...{ source, withoutConsent: samples.withoutConsent },
    onChanged: (voice) => events.emit('voice.changed', voice),
    onGone: (id) => events.emit('voice.gone', { id }),
  });
  const care = createVoiceCare({
    ...{ library, maker, events, now, connect: servers.connect, runner: () => runner },
  });
  const files = createVoiceFiles({ library, source, events, now });
  const hearing = createHearing({ library, source, events, now, runner: () => runner });
  const shared = { connect: servers.connect, now, voice: voices.get, move: maker.move };
  const opened = await createJobRunner({
    folder: home.jobs,
    kinds: [
      cloneJob({
        ...shared,
        sampleFiles: async (voice) => {
          const loaded = await loadSample(partsOf(voice, source), source);
          return loaded.ok ? clipFiles(loaded.value) : undefined;
        },
      }),
      speechJob({ ...shared, keep: hearing.keep, clip: hearing.clip }),
    ],
    concurrency: (lane) => (lane.startsWith('clone@') ? LANES.clone : LANES.speak),
    now,
    newId: () => newId('job', now()),
    onDamage: ({ copy = 'journal.jsonl' }) =>
      notices.push({ is: 'file-set-aside', fileName: 'journal.jsonl', keptAs: copy }),
  });
  if (!opened.ok) return opened;
  const runner = opened.value;
  await adoptOrphans(voices, runner);
  runner.onChange((job) => {
    maker.follow(job);
    void care.follow(job);
    followReach(job, servers);
    const view = viewJob(job);
    if (view) events.emit('job.changed', view);
  });

  const importer = openImporter({ takes: library.takes, openSound, now, events });
  const { cloneModel } = options;
  const unlisten = followCloneModel(cloneModel, { servers, events });

  return ok({
    ...{ ...library, home, now, importer, openSound, samples, cloneModel },
    ...{ maker, care, hearing, files, runner, servers, tokens, events, notices },
    async close() {
      await importer.close();
      await runner.stop();
      await servers.close();
      unlisten();
      await cloneModel.close();
      release();
    },
  });
}

/** Opens the servers and their tokens. */
async function openLines(
  options: StationsOptions,
  {
    now,
    events,
    notices,
    release,
  }: { now: () => number; events: Emitter; notices: Notice[]; release: (key: string) => void },
): Promise<Result<Pick<Stations, 'servers' | 'tokens'>>> {
  const { home, env, startLocal, openStore, vault, language = 'en-US', serverName: wanted } = options;
  const onSetAside = (fileName: string, keptAs: string) =>
    void notices.push({ is: 'file-set-aside', fileName, keptAs });
  const tokens = await openTokenShelf({ folder: home.root, vault, now, onSetAside });
  const opened = openServers({
    ...{ env, startLocal, tokens, language, wanted },
    shelf: openServerShelf(
      openKept({ folder: home.root, name: 'servers', open: openStore, now, onSetAside }),
    ),
    onChanged: (view) => events.emit('server.changed', view),
    onGone: (id) => events.emit('server.gone', { id }),
    onChosen: (id) => events.emit('server.chosen', { id }),
    onConnected: (id) => release(`server:${id}`),
  });
  return opened.ok ? ok({ servers: opened.value, tokens }) : opened;
}

/** Gives voices that wait without a job one: a kill between keeping a voice and queueing its job leaves such. */
async function adoptOrphans(voices: VoiceShelf, runner: JobRunner): Promise<void> {
  const orphans = voices
    .list()
    .filter(({ jobId, state }) => state.status === 'waiting' && !runner.get(jobId));
  if (orphans.length === 0) return;
  await runner.add(
    orphans.map(({ id, jobId, server }) => ({ kind: 'clone', id: jobId, input: { voiceId: id, server } })),
  );
}

/** What a job finds of the network is what the window says of the server. */
function followReach({ state, input }: Job, servers: Servers): void {
  const { data: id } = serverOf.safeParse(input);
  if (id === undefined) return;
  if (state.status === 'waiting' && state.fault?.code === 'offline') servers.noticed(id.server, state.fault);
  if (state.status === 'done') servers.noticed(id.server, undefined);
}
const serverOf = z.object({ server: z.string() });
