import { readFile } from 'node:fs/promises';
import { cloneJob } from '../cloning/clone-job.ts';
import { createVoiceMaker, type VoiceMaker } from '../cloning/voice-maker.ts';
import type { Notice } from '../contract/calls.ts';
import { lockFolder } from '../disk/folder-lock.ts';
import { createJobRunner } from '../jobs/create-runner.ts';
import type { Job } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/runner.ts';
import { type ClipShelf, openClipShelf } from '../library/clip-shelf.ts';
import type { Home } from '../library/home.ts';
import type { OpenStore } from '../library/kept-store.ts';
import { openKept } from '../library/open-kept.ts';
import { openSettings, type SettingsShelf } from '../library/settings-shelf.ts';
import { openTakeShelf, type TakeShelf } from '../library/take-shelf.ts';
import { openVoiceShelf, type VoiceShelf } from '../library/voice-shelf.ts';
import { decodeSound } from '../recording/decode-sound.ts';
import { UNDO_MS } from '../recording/take.ts';
import type { Pcm } from '../recording/wav.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Clip } from '../speaking/clip.ts';
import { speechJob } from '../speaking/speech-job.ts';
import { createEmitter, type Emitter } from './emitter.ts';
import { newId } from './ids.ts';
import { chooseServer, type ServerInUse, type StartLocalServer } from './server-in-use.ts';
import { viewJob } from './views.ts';

/** How many jobs of a lane run at once: trainings mostly wait, so several; speech one by one, in order. */
const LANES = { clone: 4, speak: 1 } as const;

export interface StationsOptions {
  readonly home: Home;
  readonly env: NodeJS.ProcessEnv;
  readonly openStore: OpenStore;
  readonly startLocal: StartLocalServer;
  /** Told to whoever finds the data folder taken, such as "the app". */
  readonly who: string;
  readonly now?: () => number;
}

/** Every part of Timbre, built and joined; the app and the command line stand on the same. */
export interface Stations {
  readonly home: Home;
  readonly now: () => number;
  readonly settings: SettingsShelf;
  readonly takes: TakeShelf;
  readonly clips: ClipShelf;
  readonly voices: VoiceShelf;
  readonly maker: VoiceMaker;
  readonly runner: JobRunner;
  readonly server: ServerInUse;
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
  const { home, env, startLocal, now = Date.now } = options;
  const events = createEmitter();
  const chosen = chooseServer({ env, startLocal, onChanged: (view) => events.emit('server.changed', view) });
  if (!chosen.ok) return chosen;
  const server = chosen.value;
  const notices: Notice[] = [];
  const library = await openLibrary({ ...options, now, notices });
  const { voices, takes, clips } = library;

  const maker = createVoiceMaker({
    ...{ shelf: voices, connect: server.connect, now, runner: () => runner },
    newId: (what) => newId(what, now()),
    takeSound: async (takeId) => {
      const bytes = await readTake(takes, takeId);
      return bytes ? decodeSound(bytes) : fail('take-not-found');
    },
    onChanged: (voice) => events.emit('voice.changed', voice),
    onGone: (id) => events.emit('voice.gone', { id }),
  });
  const shared = { connect: server.connect, now, voice: voices.get, move: maker.move };
  const keep = async (clip: Clip, sound: Pcm) => {
    const added = await clips.add(clip, sound);
    if (added.ok) events.emit('clip.changed', added.value);
    return added;
  };
  const opened = await createJobRunner({
    folder: home.jobs,
    kinds: [
      cloneJob({ ...shared, takeBytes: (takeId) => readTake(takes, takeId) }),
      speechJob({ ...shared, keep, clip: clips.get }),
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
    followReach(job, server);
    const view = viewJob(job);
    if (view) events.emit('job.changed', view);
  });

  return ok({
    ...{ ...library, home, now, maker, runner, server, events, notices },
    async close() {
      await runner.stop();
      await server.close();
      release();
    },
  });
}

/** Opens what is kept: settings, voices, takes and clips. What was damaged, or recovered, is told in `notices`. */
async function openLibrary(options: {
  home: Home;
  openStore: OpenStore;
  now: () => number;
  notices: Notice[];
}): Promise<Pick<Stations, 'settings' | 'voices' | 'takes' | 'clips'>> {
  const { home, openStore, now, notices } = options;
  const onSetAside = (fileName: string, keptAs: string) =>
    void notices.push({ is: 'file-set-aside', fileName, keptAs });
  const onUnreadable = (fileName: string) => onSetAside(fileName, fileName);
  const kept = (name: string) => openKept({ folder: home.root, name, open: openStore, now, onSetAside });
  const takes = await openTakeShelf({ folder: home.takes, onUnreadable });
  const clips = await openClipShelf({ folder: home.clips, onUnreadable });
  await takes.purge(now() - UNDO_MS);
  await clips.purge(now() - UNDO_MS);
  if (takes.recovered.length > 0) notices.push({ is: 'takes-recovered', takeIds: takes.recovered });
  return { settings: openSettings(kept('settings')), voices: openVoiceShelf(kept('voices')), takes, clips };
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
function followReach({ state }: Job, server: ServerInUse): void {
  if (state.status === 'waiting' && state.fault?.code === 'offline') server.noticed(state.fault);
  if (state.status === 'done') server.noticed(undefined);
}

async function readTake(takes: TakeShelf, takeId: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const take = takes.get(takeId);
  if (take?.state.status !== 'kept') return undefined;
  try {
    return new Uint8Array(await readFile(takes.path(takeId)));
  } catch {
    return undefined;
  }
}
