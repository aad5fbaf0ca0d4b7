import { expect, test } from 'vitest';
import { isSettled, type Job } from '../../electron/jobs/job.ts';
import type { JobRunner } from '../../electron/jobs/runner.ts';
import { createMemoryDisk } from './memory-disk.ts';
import { addPlays, done, journalPath, openRunner, settle } from './play-runner.ts';

/** Something a caller was told, and what must therefore be in any journal cut between `from` and `to`. */
interface Told {
  readonly what: string;
  readonly from: number;
  to: number;
  readonly holds: (job: (id: string) => Job | undefined) => boolean;
}

/** Fills a journal with a bit of everything, writing down what it told its callers and when. */
async function fillJournal(): Promise<{ readonly bytes: Buffer; readonly told: readonly Told[] }> {
  const disk = createMemoryDisk();
  const told: Told[] = [];
  const tell = (what: string, holds: Told['holds']): void => {
    const from = disk.durable.get(journalPath)?.length ?? 0;
    told.push({ what, from, to: Number.POSITIVE_INFINITY, holds });
  };
  /** What was told about this job holds up to here: now something else is asked. */
  const noLonger = (id: string): void => {
    const to = disk.files.get(journalPath)?.length ?? 0;
    for (const one of told) if (one.what.startsWith(`${id} `)) one.to = Math.min(one.to, to);
  };
  const runner = await openRunner({
    disk,
    run: async (name, desk) => {
      await desk.note('paid', name);
      tell(`${name} has its note`, (job) => job(name)?.notes['paid'] === name);
      if (name === 'wait') return { is: 'waiting', why: 'voice', key: 'voice:1' };
      if (name === 'break') throw new Error('on purpose');
      return done({ clip: name });
    },
  });
  runner.onChange(({ id, state }) => {
    if (!isSettled(state)) return;
    tell(`${id} is ${state.status}`, (job) => job(id)?.state.status === state.status);
  });
  await addPlays(runner, ['a', 'b', 'wait']);
  for (const id of ['a', 'b', 'wait']) tell(`${id} is taken on`, (job) => job(id) !== undefined);
  runner.start();
  await settle();
  await addPlays(runner, ['break']);
  tell('break is taken on', (job) => job('break') !== undefined);
  await settle();
  noLonger('break');
  await runner.retry('break', ['paid']);
  tell('break is still there', (job) => job('break') !== undefined);
  await settle();
  noLonger('wait');
  await runner.cancel('wait');
  noLonger('a');
  await runner.forget(['a']);
  tell('a is forgotten', (job) => job('a') === undefined);
  await runner.stop();
  return { bytes: disk.files.get(journalPath) ?? Buffer.alloc(0), told };
}

async function opened(
  bytes: Buffer,
): Promise<{ runner: JobRunner; disk: ReturnType<typeof createMemoryDisk> }> {
  const disk = createMemoryDisk(new Map([[journalPath, bytes]]));
  const damage: unknown[] = [];
  const runner = await openRunner({ disk, onDamage: (one) => damage.push(one) });
  expect(damage).toEqual([]);
  return { runner, disk };
}

test('cut at any byte, a journal opens, holds what was flushed before, and takes new jobs', async () => {
  const { bytes, told } = await fillJournal();
  expect(bytes.length).toBeGreaterThan(1_500);
  expect(told.length).toBeGreaterThan(14);
  const broken: string[] = [];
  for (let cut = 0; cut <= bytes.length; cut += 1) {
    const { runner, disk } = await opened(bytes.subarray(0, cut));
    for (const { from, to, holds, what } of told) {
      if (from <= cut && cut <= to && !holds(runner.get)) broken.push(`cut at ${cut}: ${what}`);
    }
    const before = runner.list().map((job) => job.id);
    await addPlays(runner, ['new']);
    await runner.stop();
    const again = await opened(disk.files.get(journalPath) ?? Buffer.alloc(0));
    const after = again.runner.list().map((job) => job.id);
    if (after.join() !== [...before, 'new'].join()) broken.push(`cut at ${cut}: ${before} became ${after}`);
    await again.runner.stop();
  }
  expect(broken).toEqual([]);
});

test('cut inside an add, none of its jobs is there', async () => {
  const disk = createMemoryDisk();
  const runner = await openRunner({ disk });
  await addPlays(runner, ['first']);
  const whole = disk.files.get(journalPath)?.length ?? 0;
  await addPlays(runner, ['x', 'y', 'z']);
  await runner.stop();
  const bytes = disk.files.get(journalPath) ?? Buffer.alloc(0);
  const sizes = new Set<number>();
  for (let cut = whole; cut < bytes.length; cut += 1) {
    const again = await opened(bytes.subarray(0, cut));
    sizes.add(again.runner.list().length);
    await again.runner.stop();
  }
  expect([...sizes]).toEqual([1]);
  expect((await opened(bytes)).runner.list()).toHaveLength(4);
});
