import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { encodeWav } from '../../../electron/recording/wav.ts';
import { FakeServer } from '../../cloning/fake-a2e.ts';
import { temporaryFolder } from '../../recording/temporary-folder.ts';
import { got, openBatchWorld } from '../batch-world.ts';

let folder: string;
const close: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  await Promise.all(close.splice(0).map((each) => each()));
});

async function open(server?: Parameters<typeof openBatchWorld>[1]) {
  const world = await openBatchWorld(folder, server);
  close.push(world.runner.stop);
  return world;
}

const ASK = { name: 'The sea', voiceId: 'voice-1', speed: 1 };
const ROWS = [{ text: 'One. Two.' }, { text: 'Three.', voice: 'bob', fileName: 'three' }, { text: 'One.' }];

describe('proof-listening', () => {
  it('flags what a line should be heard again for, in the list and on the clip', async () => {
    const torn = Float32Array.from({ length: 8000 }, (_, i) => 0.3 * Math.sin(i / 5));
    const sound = encodeWav({ sampleRate: 8000, samples: torn }, 16);
    const { batches, runner, clips } = await open(new FakeServer({ now: Date.now, sound }));
    const { id: batchId } = got(await batches.make(ASK, [{ text: 'One.' }]));
    runner.start();
    await runner.idle();
    const [line] = got(await batches.lines({ batchId, from: 0, count: 1 }));
    expect(line?.doubts).toEqual(['ends-abruptly']);
    expect(clips.get(line?.clipId ?? '')).toMatchObject({ doubts: ['ends-abruptly'], spokenMs: 1000 });
  });
});

describe('a batch', () => {
  it('has each line spoken once, the same words free, and says how far it is', async () => {
    const { batches, runner, server, clips, told } = await open();
    const made = got(await batches.make(ASK, ROWS));
    expect(made).toMatchObject({ name: 'The sea', lines: 4, counts: { waiting: 4, done: 0 } });
    runner.start();
    await runner.idle();
    expect(batches.list()).toMatchObject([{ id: made.id, counts: { waiting: 0, done: 4 } }]);
    expect(server.paid).toEqual(['speech', 'speech', 'speech']);
    const lines = got(await batches.lines({ batchId: made.id, from: 0, count: 10 }));
    expect(lines).toMatchObject([
      { id: '0', text: 'One.', row: 0, state: { status: 'done' } },
      { id: '1', text: 'Two.', row: 0 },
      { id: '2', text: 'Three.', row: 1, voiceId: 'voice-2', fileName: 'three' },
      { id: '3', text: 'One.', row: 2 },
    ]);
    expect(lines.map(({ clipId = '' }) => clips.get(clipId)?.text)).toEqual([
      'One.',
      'Two.',
      'Three.',
      'One.',
    ]);
    expect(got(await batches.lines({ batchId: made.id, from: 1, count: 2 })).map(({ id }) => id)).toEqual([
      '1',
      '2',
    ]);
    await expect.poll(() => new Set(told)).toEqual(new Set(['batch.changed', 'lines.changed']));
  });

  it('is there for the next process, and what a kill kept from the queue is asked then', async () => {
    const first = await open();
    const made = got(await first.batches.make(ASK, ROWS));
    await first.runner.stop();
    await rm(join(folder, 'jobs'), { recursive: true });
    got(await first.shelf.change(made.id, (batch) => ({ ...batch, isAsked: false })));
    const next = await open(first.server);
    expect(next.batches.list()).toMatchObject([{ id: made.id, counts: { waiting: 4 } }]);
    next.runner.start();
    await next.runner.idle();
    await next.runner.stop();
    const last = await open(first.server);
    expect(last.batches.list()).toMatchObject([{ counts: { done: 4 } }]);
    expect(last.server.paid).toHaveLength(3);
  });

  it('is canceled, tried again, put first and removed as a whole', async () => {
    const { batches, runner, server } = await open();
    const first = got(await batches.make(ASK, [{ text: 'First.' }]));
    const { id: batchId } = got(await batches.make(ASK, ROWS));
    expect(got(await batches.cancel(batchId)).counts).toMatchObject({ canceled: 4, waiting: 0 });
    expect(got(await batches.retry(batchId)).counts).toMatchObject({ canceled: 0, waiting: 4 });
    got(await batches.reorder(batchId, 'first'));
    expect(runner.list().map(({ input }) => Object(input)['text'])).toEqual([
      'One.',
      'Two.',
      'Three.',
      'One.',
      'First.',
    ]);
    got(await batches.remove(batchId));
    expect(batches.list().map(({ id }) => id)).toEqual([first.id]);
    expect(runner.list()).toHaveLength(1);
    expect((await readdir(join(folder, 'batches'))).every((name) => name.startsWith(first.id))).toBe(true);
    expect(server.paid).toEqual([]);
    expect(await batches.cancel(batchId)).toMatchObject({ fault: { code: 'batch-not-found' } });
  });

  it('waits as one where the credits are used up, after one vain call', async () => {
    const { batches, runner, server } = await open();
    server.failNext('speak', { code: 'out-of-credits' });
    got(await batches.make(ASK, ROWS));
    runner.start();
    await expect.poll(() => batches.list()[0]?.held?.why).toBe('credits');
    expect(server.calls.filter((call) => call === 'speak')).toHaveLength(1);
    expect(batches.list()[0]).toMatchObject({
      counts: { waiting: 4 },
      held: { fault: { code: 'out-of-credits' } },
    });
    runner.nudge();
    await runner.idle();
    expect(batches.list()[0]?.counts.done).toBe(4);
  });

  it('leaves the queue line by line as it is spoken, and is known by its clips after that', async () => {
    const first = await open();
    const { id: batchId } = got(await first.batches.make(ASK, ROWS));
    const lines = async (world: typeof first) =>
      got(await world.batches.lines({ batchId, from: 0, count: 10 }));
    first.runner.start();
    await first.runner.idle();
    await expect.poll(() => first.runner.list()).toEqual([]);
    const [before] = await lines(first);
    expect(before).toMatchObject({ state: { status: 'done' }, seconds: expect.any(Number) });
    expect(first.batches.list()[0]?.counts).toMatchObject({ done: 4, waiting: 0 });
    await first.runner.stop();

    const next = await open(first.server);
    expect(next.runner.list()).toEqual([]);
    expect(next.batches.list()[0]?.counts).toMatchObject({ done: 4, waiting: 0 });
    expect((await lines(next))[0]).toEqual(before);
    // Said again, the new one stands, in this process and the one after.
    got(await next.batches.redo({ batchId, lineIds: ['0'] }));
    expect(next.batches.list()[0]?.counts).toMatchObject({ done: 3, waiting: 1 });
    expect((await lines(next))[0]?.clipId).toBe(before?.clipId);
    next.runner.start();
    await next.runner.idle();
    const [again] = await lines(next);
    expect(again?.clipId).not.toBe(before?.clipId);
    await next.runner.stop();
    const third = await open(first.server);
    expect((await lines(third))[0]?.clipId).toBe(again?.clipId);
    // A line that is taken out leaves its clip behind, and is not counted for it later.
    got(await third.batches.change({ batchId, change: { is: 'remove', lineIds: ['1'] } }));
    await third.runner.stop();
    expect((await open(first.server)).batches.list()[0]).toMatchObject({ lines: 3, counts: { done: 3 } });
    expect(first.server.paid).toHaveLength(4);
  });

  it('keeps the job of a line that has failed', async () => {
    const { batches, runner, server, clips } = await open();
    server.failNext('speak', { code: 'refused' });
    got(await batches.make(ASK, [{ text: 'One.' }, { text: 'Two.' }]));
    runner.start();
    await runner.idle();
    await expect.poll(() => runner.list().map(({ state }) => state.status)).toEqual(['failed']);
    expect(clips.list()).toHaveLength(1);
  });

  it('of ten thousand lines is one write for the queue, and its file is not written again as they are done', async () => {
    const { batches, runner, shelf } = await open();
    const rows = Array.from({ length: 10_000 }, (_, i) => ({ text: `Line ${i % 50} of the book.` }));
    const { id } = got(await batches.make(ASK, rows));
    expect(batches.list()[0]?.counts.waiting).toBe(10_000);
    const path = join(folder, 'batches', `${id}.lines.json`);
    const { mtimeMs } = await stat(path);
    runner.start();
    await expect.poll(() => batches.list()[0]?.counts.done, { timeout: 15_000 }).toBeGreaterThan(50);
    expect((await stat(path)).mtimeMs).toBe(mtimeMs);
    expect(shelf.get(id)?.lines).toBe(10_000);
  });
});
