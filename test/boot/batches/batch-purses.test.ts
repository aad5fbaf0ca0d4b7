import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BatchDesk } from '../../../electron/boot/batches/batch-desk.ts';
import { FakeServer } from '../../cloning/fake-a2e.ts';
import { temporaryFolder } from '../../recording/temporary-folder.ts';
import { got, openBatchWorld } from '../batch-world.ts';

/** A line costs 10. */
const rows = (name: string, count: number) =>
  Array.from({ length: count }, (_, i) => ({ text: `${name} ${i}.` }));
const ask = (name: string) => ({ name, voiceId: 'voice-1', speed: 1 });

let folder = '';
const close: (() => Promise<void>)[] = [];
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(async () => {
  for (const end of close.splice(0)) await end();
});

async function open(server = new FakeServer({ now: Date.now })) {
  server.coins = 10_000;
  const world = await openBatchWorld(folder, server, { paidAtOnce: 4 });
  close.push(world.runner.stop);
  world.runner.start();
  return { ...world, server };
}

/** Until nothing of a batch is under way, and the credits were read after it. */
async function rest(batches: BatchDesk, id: string) {
  for (;;) {
    await new Promise((resolve) => setTimeout(resolve, 20));
    const batch = batches.list().find((each) => each.id === id);
    if (!batch) throw new Error('no such batch');
    if (batch.counts.running === 0 && (batch.counts.waiting === 0 || batch.held)) return batch;
  }
}

describe('a batch with a ceiling', () => {
  it('stops at it and says so, while other batches go on; raised, it goes on by itself', async () => {
    const { batches, server } = await open();
    const small = got(await batches.make({ ...ask('small'), ceiling: 40 }, rows('Small', 12)));
    const other = got(await batches.make(ask('other'), rows('Other', 6)));
    expect(await rest(batches, small.id)).toMatchObject({
      ...{ ceiling: 40, used: 40, counts: { done: 4, waiting: 8 } },
      held: { why: 'credits', fault: { code: 'batch-ceiling-reached', facts: { used: 40, ceiling: 40 } } },
    });
    expect(await rest(batches, other.id)).toMatchObject({ used: 60, counts: { done: 6 } });
    got(await batches.setCeiling(small.id, 65));
    // The last line may go a little over it.
    expect(await rest(batches, small.id)).toMatchObject({ used: 70, counts: { done: 7, waiting: 5 } });
    got(await batches.setCeiling(small.id, null));
    const end = await rest(batches, small.id);
    expect(end).toMatchObject({ used: 120, counts: { done: 12 } });
    expect(end).not.toHaveProperty('ceiling');
    expect(server.paid).toHaveLength(18);
  });

  it('says what is left, and since when it waits rather than that it does now', async () => {
    const { batches } = await open();
    const { id } = got(await batches.make({ ...ask('b'), ceiling: 20 }, rows('Line', 5)));
    const { held, leftCharacters } = await rest(batches, id);
    expect(leftCharacters).toBe(3 * 'Line 0.'.length);
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect((await rest(batches, id)).held?.since).toBe(held?.since);
  });

  it('is held at the next start too', async () => {
    const first = await open();
    const { id } = got(await first.batches.make({ ...ask('b'), ceiling: 30 }, rows('Line', 8)));
    await rest(first.batches, id);
    await first.runner.stop();
    const next = await open(first.server);
    expect(await rest(next.batches, id)).toMatchObject({ used: 30, counts: { done: 3, waiting: 5 } });
    expect(next.server.paid).toHaveLength(3);
  });

  it('that is stopped there keeps what is spoken', async () => {
    const { batches, clips } = await open();
    const { id } = got(await batches.make({ ...ask('b'), ceiling: 20 }, rows('Line', 5)));
    await rest(batches, id);
    expect(got(await batches.cancel(id))).toMatchObject({ counts: { done: 2, canceled: 3, waiting: 0 } });
    expect(clips.list()).toHaveLength(2);
  });
});
