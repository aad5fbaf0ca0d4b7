import { join } from 'node:path';
import type { A2eClient } from '../../electron/a2e/client.ts';
import { batchPurses } from '../../electron/boot/batches/batch-purses.ts';
import { openBatches, speechKind } from '../../electron/boot/batches/speech-station.ts';
import { createEmitter } from '../../electron/boot/emitter.ts';
import type { OwnRecordings } from '../../electron/boot/samples/own-recordings.ts';
import type { OwnLine } from '../../electron/cloning/sample/own-lines.ts';
import type { Connection } from '../../electron/cloning/server.ts';
import type { EventName } from '../../electron/contract/calls.ts';
import { createJobRunner } from '../../electron/jobs/create-runner.ts';
import type { JobKind } from '../../electron/jobs/job.ts';
import { openBatchShelf } from '../../electron/library/batch-shelf.ts';
import { openClipShelf } from '../../electron/library/clip-shelf.ts';
import { ok } from '../../electron/result.ts';
import { knownCalls } from '../../electron/speaking/known-calls.ts';
import { newVoice } from '../cloning/clone-world.ts';
import { FakeServer } from '../cloning/fake-a2e.ts';
import { testLinks } from '../cloning/plain-seal.ts';
import { freeTill, paidTill } from '../cloning/test-till.ts';

export interface BatchWorldOptions {
  /** Default: the server's own. */
  readonly client?: A2eClient;
  /** It charges, and so many lines are given to it at once; absent: it is free. */
  readonly paidAtOnce?: number;
  readonly now?: () => number;
}

/** Batches over a queue, clips and batches on disk, and a server in memory that outlives the processes that call it. */
export async function openBatchWorld(
  folder: string,
  server = new FakeServer({ now: Date.now }),
  { client = server.client(async () => {}), paidAtOnce, now = Date.now }: BatchWorldOptions = {},
) {
  const request = { name: 'Ada', sampleUrls: [], model: 'a2e', language: 'en', gender: 'female' } as const;
  if (server.trainings.length === 0) server.trainings.push({ id: 'remote-1', request, at: 0 });
  const state = { status: 'completed', remoteId: 'remote-1' } as const;
  const voices = [newVoice({ state }), newVoice({ id: 'voice-2', name: 'Bob', state })];
  const voice = (id: string) => voices.find((each) => each.id === id);
  const clips = await openClipShelf({ folder: join(folder, 'clips'), onUnreadable: refuse });
  const shelf = await openBatchShelf({ folder: join(folder, 'batches'), onUnreadable: refuse });
  /** Sentences that were read aloud. */
  const recorded: OwnLine[] = [];
  const events = createEmitter();
  const told: EventName[] = [];
  events.listen((name) => void told.push(name));
  const purses = batchPurses(shelf, (id) => batches.tell(id));
  const till =
    paidAtOnce === undefined
      ? freeTill()
      : paidTill(
          { client },
          {
            ...{ now, atOnce: paidAtOnce, onCharged: purses.charged },
            recall: () => knownCalls(runner.list(), { server: 'local', voice }),
            held: ({ batchId = '' }) => purses.held(batchId),
            room: ({ batchId = '' }) => purses.room(batchId),
          },
        );
  const connection: Connection = {
    ...{ server: 'local', client, textLimit: 60, till },
    ...(paidAtOnce === undefined && { isFree: true }),
  };
  const connect = async () => ok(connection);
  const hearing = { keep: clips.add, keepCopy: clips.addCopy, clip: clips.get };
  const kind = speechKind({
    clips,
    hearing,
    shared: { connect, now, voice, move: voice, links: testLinks },
  });
  const opened = await createJobRunner({
    ...{ folder: join(folder, 'jobs'), kinds: [kind as unknown as JobKind], now },
    concurrency: () => (paidAtOnce === undefined ? 1 : paidAtOnce + 4),
  });
  if (!opened.ok) throw new Error(opened.fault.code);
  const runner = opened.value;
  const own: OwnRecordings = {
    finder: () => (_voice, text) => recorded.find((line) => line.text === text),
    sound: async () => ok({ sampleRate: 16_000, bitDepth: 16, samples: new Float32Array(8000).fill(0.1) }),
  };
  const stations = {
    ...{ voices: { get: voice, list: () => voices }, servers: { connect }, clips, own, now },
  };
  const batches = await openBatches({ shelf, runner, events, stations });
  return { batches, shelf, runner, clips, server, told, events, stations, recorded, cast: voices };
}

function refuse(name: string): never {
  throw new Error(`unreadable: ${name}`);
}

/** The value of a result that has to be one. */
export function got<T>(result: { ok: true; value: T } | { ok: false; fault: { code: string } }): T {
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}
