import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Stations } from '../../electron/boot/stations.ts';
import type { SayCommand } from '../../electron/command-line/arguments.ts';
import { requeue } from '../../electron/command-line/requeue.ts';
import { sayFile } from '../../electron/command-line/say-file.ts';
import { waitForBatch } from '../../electron/command-line/wait-for-batch.ts';
import { watchJobs } from '../../electron/command-line/watch.ts';
import { findHome } from '../../electron/library/home.ts';
import { got, openBatchWorld } from '../boot/batch-world.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';

let folder: string;
let world: Awaited<ReturnType<typeof openBatchWorld>>;
let stations: Stations;
const told: string[] = [];
const signal = new AbortController().signal;
const person = { signal, tell: (line: string) => void told.push(line) };

beforeEach(async () => {
  folder = await temporaryFolder();
  world = await openBatchWorld(folder);
  const { stations: some, ...more } = world;
  stations = {
    ...{ ...some, ...more, batchShelf: world.shelf },
    servers: { ...some.servers, chosen: () => ({ id: 'local' }) },
  } as unknown as Stations;
  told.length = 0;
});
afterEach(() => world.runner.stop());

async function saying(more: Partial<SayCommand> = {}) {
  const file = join(folder, 'book.csv');
  await writeFile(file, 'text;voice;file\nOne. Two.;;first\nThree.;Bob;second\n');
  const command: SayCommand & { file: string } = {
    ...({ command: 'say' } as const),
    ...{ words: [], voice: 'Ada', speed: 1, 'no-wait': false, patience: 1, json: true },
    ...({ format: 'wav' } as const),
    ...{ 'one-per-line': true, template: '{n}-{file}-{voice}', out: join(folder, 'out') },
    ...more,
    file: more.file ?? file,
  };
  return sayFile(command, stations, person);
}

describe('say --file', () => {
  it('has a document spoken and writes a file for each of its rows', async () => {
    const ending = got(await saying());
    expect(ending.document).toMatchObject({ batch: { name: 'book', lines: 3, done: 3, failed: 0 } });
    expect(await readdir(join(folder, 'out'))).toEqual(['1-first-Ada.wav', '2-second-Bob.wav']);
    expect(ending.text.split('\n')).toHaveLength(2);
  });

  it('says before it is asked for that a text looks to be in another language, and speaks it', async () => {
    const file = join(folder, 'lettre.txt');
    await writeFile(
      file,
      "Je suis né dans une petite ville où il n'y avait pas de gare avec ma mère et nous.",
    );
    got(await saying({ file, 'no-wait': true }));
    expect(told).toEqual(['The text looks French; Ada speaks English. Words may come out wrong.']);
  });

  it('only puts it in the queue where nobody wants to wait', async () => {
    const ending = got(await saying({ 'no-wait': true }));
    expect(ending.document).toMatchObject({ batch: { lines: 3, waiting: 3 } });
    expect(world.server.paid).toEqual([]);
  });

  it.each([
    [{ file: '/nowhere/book.txt' }, 'file-not-found'],
    [{ voice: 'Nobody' }, 'voice-not-found'],
  ])('leaves nothing behind with %j', async (more, code) => {
    expect(await saying(more)).toMatchObject({ fault: { code } });
    expect(world.batches.list()).toEqual([]);
  });
});

describe('waiting for a batch', () => {
  it.each([
    ['offline', 0],
    ['out-of-credits', 60],
  ] as const)('ends with %s, and the lines are left in the queue', async (code, patience) => {
    world.server.failNext('speak', { code });
    const { id: batchId } = got(
      await world.batches.make({ name: '', voiceId: 'voice-1', speed: 1 }, [{ text: 'One. Two.' }]),
    );
    expect(await waitForBatch(world, person, { batchId, patience })).toMatchObject({
      fault: { code, facts: { leftInQueue: 1 } },
    });
    expect(world.batches.list()[0]?.counts.waiting).toBe(2);
  });

  it('ends at Ctrl-C', async () => {
    const { id: batchId } = got(
      await world.batches.make({ name: '', voiceId: 'voice-1', speed: 1 }, [{ text: 'One.' }]),
    );
    world.runner.pause();
    const stopped = { ...person, signal: AbortSignal.abort() };
    expect(await waitForBatch(world, stopped, { batchId, patience: 1 })).toMatchObject({
      fault: { code: 'stopped' },
    });
  });
});

describe('retry and cancel', () => {
  const command = { words: [], all: false, json: true };
  it('take a job, a batch, or all', async () => {
    const { id } = got(
      await world.batches.make({ name: '', voiceId: 'voice-1', speed: 1 }, [{ text: 'One. Two. Three.' }]),
    );
    const [first = ''] = world.runner.list().map((job) => job.id);
    const canceled = got(await requeue({ ...command, command: 'cancel', words: [first] }, stations));
    expect(canceled.document).toEqual({ canceled: [first] });
    expect(got(await requeue({ ...command, command: 'cancel', words: [id] }, stations)).text).toBe(
      '2 canceled.',
    );
    got(await requeue({ ...command, command: 'retry', words: [first] }, stations));
    expect(world.batches.list()[0]?.counts).toMatchObject({ waiting: 1, canceled: 2 });
    expect(got(await requeue({ ...command, command: 'cancel', all: true }, stations)).text).toBe(
      '1 canceled.',
    );
    expect(got(await requeue({ ...command, command: 'retry', all: true }, stations)).document).toEqual({
      retried: [],
    });
    expect(await requeue({ ...command, command: 'retry', words: ['x'] }, stations)).toMatchObject({
      fault: { code: 'job-not-found' },
    });
  });
});

describe('jobs --watch', () => {
  it('tells what changes until nothing waits', async () => {
    got(await world.batches.make({ name: '', voiceId: 'voice-1', speed: 1 }, [{ text: 'One.' }]));
    const watching = watchJobs({ ...person, home: findHome({ TIMBRE_HOME: folder }, 'linux') });
    await expect.poll(() => told.length).toBe(1);
    world.runner.start();
    const { document } = got(await watching);
    expect(document).toMatchObject({ jobs: [{ status: 'done', text: 'One.' }] });
    expect(told.at(0)).toMatch(/^speak \S+: waiting$/);
    expect(told.at(-1)).toMatch(/^speak \S+: done$/);
  });
});
