import { join } from 'node:path';
import { z } from 'zod';
import { isOutOfReach } from '../a2e/faults.ts';
import { keptLinks } from '../cloning/kept-link.ts';
import { partsOf } from '../cloning/sample/load-sample.ts';
import { createSampleDesk, type SampleDesk } from '../cloning/sample/sample-desk.ts';
import { cloneJob } from '../cloning/training/clone-job.ts';
import { uploadJob } from '../cloning/training/upload-job.ts';
import { createVoiceMaker, type VoiceMaker } from '../cloning/voice/voice-maker.ts';
import type { Notice } from '../contract/calls.ts';
import { lockFolder } from '../disk/folder-lock.ts';
import { openSeal } from '../disk/seal.ts';
import { createJobRunner } from '../jobs/create-runner.ts';
import { isSettled, type Job } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/runner.ts';
import type { TokenShelf } from '../library/token-shelf.ts';
import type { VoiceShelf } from '../library/voice-shelf.ts';
import { type OpenSoundFile, openSoundFile } from '../recording/decoding/sound-thread.ts';
import type { Importer } from '../recording/importer.ts';
import { fail, ok, type Result } from '../result.ts';
import { askingOf, knownCalls } from '../speaking/known-calls.ts';
import type { BatchDesk } from './batches/batch-desk.ts';
import { batchPurses } from './batches/batch-purses.ts';
import type { OwnClips } from './batches/own-clips.ts';
import { openBatches, speechKind } from './batches/speech-station.ts';
import { type CloneModel, followCloneModel } from './clone-model.ts';
import { createEmitter, type Emitter } from './emitter.ts';
import { createExportDesk, type ExportDesk } from './exports/export-desk.ts';
import { createOutgoing, type Outgoing } from './exports/outgoing.ts';
import { newId } from './ids.ts';
import { type Library, openLibrary } from './open-library.ts';
import { type LinesOptions, openLines } from './open-lines.ts';
import { createEarlyUploads, type EarlyUploads } from './samples/early-uploads.ts';
import { openImporter } from './samples/importing.ts';
import { createOwnRecordings, type OwnRecordings } from './samples/own-recordings.ts';
import { openSampleSpool } from './samples/sample-spool.ts';
import { takeSource } from './samples/take-source.ts';
import { createProgress, type Progress } from './samples/upload-progress.ts';
import type { Servers } from './servers/servers.ts';
import { createHearing, type Hearing } from './voices/hearing.ts';
import { createVoiceCare, type VoiceCare } from './voices/voice-care.ts';
import { createVoiceFiles, type VoiceFiles } from './voices/voice-files.ts';

/** Trainings at once: they mostly wait. */
const CLONE_LANE = 4;
/** Lines in work beyond those that the server speaks: they are fetched and written, or next. */
const SPEAK_BESIDE = 16;

export interface StationsOptions extends LinesOptions {
  /** What clones on this computer; closed with the stations. */
  readonly cloneModel: CloneModel;
  /** Opens sound files that are taken in; default in this very thread. */
  readonly openSound?: OpenSoundFile;
  /** Told to whoever finds the data folder taken, such as "the app". */
  readonly who: string;
  readonly now?: () => number;
}

/** Every part of Timbre, built and joined; the app and the command line stand on the same. */
export interface Stations extends Library {
  readonly home: LinesOptions['home'];
  readonly now: () => number;
  readonly importer: Importer;
  readonly openSound: OpenSoundFile;
  readonly samples: SampleDesk;
  readonly early: EarlyUploads;
  readonly progress: Progress;
  readonly maker: VoiceMaker;
  readonly care: VoiceCare;
  readonly hearing: Hearing;
  readonly files: VoiceFiles;
  readonly exports: ExportDesk;
  readonly outgoing: Outgoing;
  readonly runner: JobRunner;
  readonly batches: BatchDesk & { readonly ownClips: OwnClips };
  readonly own: OwnRecordings;
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
  const library = await openLibrary({ ...options, now, notices });
  const reached = await openLines(options, {
    ...{ now, library, events, notices },
    release: (key) => runner.release(key),
    recall: (server) => knownCalls(begun, { server, voice: library.voices.get }),
    purses: batchPurses(library.batchShelf, (id) => batches.tell(id)),
  });
  if (!reached.ok) return reached;
  const { servers, tokens } = reached.value;
  const { voices, clips, consents } = library;
  const source = takeSource(library.takes);

  const links = keptLinks(await openSeal(join(home.root, 'links.key')));

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
    earlyUpload: (server, sample) => early.claim(server, sample),
    onChanged: (voice) => events.emit('voice.changed', voice),
    onGone: (id) => events.emit('voice.gone', { id }),
  });
  const progress = createProgress(events, now);
  const early = createEarlyUploads({
    ...{ samples, runner: () => runner, voices: voices.list },
    server: () => (servers.chosen().kind === 'remote' ? servers.chosen().id : null),
  });
  const care = createVoiceCare({
    ...{ library, maker, events, now, connect: servers.connect, runner: () => runner },
    letGoConsent: samples.letGo,
  });
  const files = createVoiceFiles({ library, source, events, now });
  const hearing = createHearing({ library, source, events, now, runner: () => runner });
  const shared = { connect: servers.connect, now, voice: voices.get, move: maker.move, links };
  const opened = await createJobRunner({
    folder: home.jobs,
    kinds: [
      cloneJob({
        ...shared,
        sampleFiles: (jobId, voice) => spool.files(jobId, partsOf(voice, source)),
        uploaded: (jobId) => early.state(jobId),
        onSent: progress.sent,
      }),
      uploadJob({
        ...{ links, now, connect: servers.connect, onSent: progress.sent },
        sampleFiles: (jobId, sample) => spool.files(jobId, sample.parts),
      }),
      speechKind({ clips, hearing, shared }),
    ],
    concurrency: (lane) => {
      const server = servers.list().find(({ id }) => lane === `speak@${id}`);
      return server ? server.atOnce + SPEAK_BESIDE : CLONE_LANE;
    },
    ...{ now, startPaused: library.settings.get().queuePaused },
    newId: () => newId('job', now()),
    onDamage: ({ copy = 'journal.jsonl' }) =>
      notices.push({ is: 'file-set-aside', fileName: 'journal.jsonl', keptAs: copy }),
  });
  if (!opened.ok) return opened;
  const runner = opened.value;
  /** Before what is done is forgotten: what a call of unclear end may have cost is told by the others of its time. */
  const begun = runner.list().filter(({ notes }) => askingOf(notes));
  const spool = await openSampleSpool({
    ...{ folder: home.uploads, source },
    isWanted: (jobId) => isUnsettled(runner.get(jobId)),
  });
  await adoptOrphans(voices, runner);
  runner.onChange((job) => {
    maker.follow(job);
    void care.follow(job);
    early.follow(job);
    if (job.state.status !== 'running') progress.over(job.id);
    if (job.kind !== 'speak' && !isUnsettled(job)) void spool.remove(job.id).catch(() => undefined);
    followReach(job, servers);
  });
  const own = createOwnRecordings({ ...library, samples, source });
  const batches = await openBatches({
    ...{ shelf: library.batchShelf, runner, events, stations: { voices, servers, clips, own, now } },
  });

  const exports = createExportDesk(events);
  const outgoing = createOutgoing({ folder: home.outgoing, clips, settings: library.settings });
  await outgoing.empty();
  const importer = openImporter({ takes: library.takes, openSound, now, events });
  const { cloneModel } = options;
  const unlisten = followCloneModel(cloneModel, { servers, events });

  return ok({
    ...{ ...library, home, now, importer, openSound, samples, cloneModel, early, progress },
    ...{
      maker,
      care,
      hearing,
      files,
      exports,
      outgoing,
      runner,
      batches,
      own,
      servers,
      tokens,
      events,
      notices,
    },
    async close() {
      await importer.close();
      await exports.close();
      await runner.stop();
      await servers.close();
      unlisten();
      await cloneModel.close();
      release();
    },
  });
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
  if (state.status === 'waiting' && isOutOfReach(state.fault?.code ?? ''))
    servers.noticed(id.server, state.fault);
  if (state.status === 'done') servers.noticed(id.server, undefined);
}
const serverOf = z.object({ server: z.string() });

function isUnsettled(job: Job | undefined): boolean {
  return job !== undefined && !isSettled(job.state);
}
