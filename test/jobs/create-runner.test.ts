import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createJobRunner } from '../../electron/jobs/create-runner.ts';
import type { Job, JobDesk, Outcome } from '../../electron/jobs/job.ts';
import { createMemoryDisk, type MemoryDisk } from './memory-disk.ts';
import {
  addPlays,
  done,
  gate,
  journalPath,
  openRunner,
  reached,
  settle,
  stateOf,
  statuses,
} from './play-runner.ts';

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000 });
});
afterEach(() => {
  vi.useRealTimers();
});

/** A disk as the next process finds it after this one was killed. */
function afterKill(disk: MemoryDisk): MemoryDisk {
  return createMemoryDisk(new Map(disk.files));
}

const text = (disk: MemoryDisk): string => disk.files.get(journalPath)?.toString() ?? '';
const untilAborted = (desk: JobDesk): Promise<void> =>
  new Promise((resolve) => desk.signal.addEventListener('abort', () => resolve()));

describe('taking jobs on', () => {
  test('resolves when they would survive a power cut', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk });
    await addPlays(runner, ['a', 'b']);
    const again = await openRunner({ disk: createMemoryDisk(disk.durable) });
    expect(again.list()).toEqual(runner.list());
    expect(runner.list()[0]).toEqual({
      ...{ id: 'a', kind: 'play', lane: 'stage', input: { name: 'a', lane: 'stage' }, notes: {}, tries: 0 },
      ...{ rank: 0, createdAt: 1_000, state: { status: 'waiting', why: 'turn', since: 1_000 } },
    });
  });

  test('takes one write and one flush however many they are', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk });
    await addPlays(
      runner,
      Array.from({ length: 100 }, (_, i) => `${i}`),
    );
    expect([disk.count('write'), disk.count('flush')]).toEqual([1, 1]);
  });

  test('is refused on a full disk, and then the jobs do not exist', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk });
    disk.isFull = (call) => call === 'flush';
    const plays = [{ kind: 'play', id: 'a', input: { name: 'a' } }];
    expect(await runner.add(plays)).toEqual({
      ok: false,
      fault: { code: 'journal-not-written', detail: 'ENOSPC' },
    });
    expect([runner.list(), text(disk)]).toEqual([[], '']);
    disk.isFull = () => false;
    expect(await runner.add(plays)).toMatchObject({ ok: true });
  });

  test('is refused for a kind nobody does and for an input its kind cannot read', async () => {
    const runner = await openRunner();
    const unreadable = { ok: false, fault: { code: 'job-unreadable' } };
    expect(await runner.add([{ kind: 'dance', input: null }])).toMatchObject(unreadable);
    expect(await runner.add([{ kind: 'play', input: 5 }])).toMatchObject(unreadable);
    expect(runner.list()).toEqual([]);
  });

  test('of an id that exists already is a defect', async () => {
    const runner = await openRunner();
    const one = { kind: 'play', id: 'a', input: { name: 'a' } };
    await expect(runner.add([one, one])).rejects.toThrow('exists already');
    const first = runner.add([one]);
    await expect(runner.add([one])).rejects.toThrow('exists already');
    await first;
    await expect(runner.add([one])).rejects.toThrow('exists already');
    expect(runner.list()).toHaveLength(1);
  });

  test('of no jobs writes nothing', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk });
    expect(await runner.add([])).toEqual({ ok: true, value: [] });
    expect(disk.calls).toEqual([]);
  });
});

describe('a run', () => {
  test('has a note on disk when the note resolves, and hands it to the next process', async () => {
    const disk = createMemoryDisk();
    const { opened, open } = gate();
    const runner = await openRunner({
      disk,
      run: async (_, desk) => {
        await desk.note('paid', { order: 7 });
        expect(desk.notes).toEqual({ paid: { order: 7 } });
        open();
        await untilAborted(desk);
        return done();
      },
    });
    runner.start();
    await addPlays(runner, ['a']);
    await opened;
    const seen: unknown[] = [];
    const next = await openRunner({
      disk: createMemoryDisk(disk.durable),
      run: async (_, desk) => {
        seen.push(desk.notes);
        return done();
      },
    });
    next.start();
    await next.idle();
    expect(seen).toEqual([{ paid: { order: 7 } }]);
  });

  test('tells every change with the whole job, and done only when that is on disk', async () => {
    const disk = createMemoryDisk();
    const told: Job[] = [];
    const runner = await openRunner({
      disk,
      run: async (_, desk) => {
        desk.stage('upload');
        await desk.note('n', 1);
        return done('clip');
      },
    });
    const undo = runner.onChange((job) => {
      told.push(job);
      if (job.state.status === 'done') expect(disk.durable.get(journalPath)?.toString()).toContain('"clip"');
    });
    runner.start();
    await addPlays(runner, ['a']);
    await runner.idle();
    expect(told.map(({ state, notes }) => [state, notes])).toEqual([
      [{ status: 'waiting', why: 'turn', since: 1_000 }, {}],
      [{ status: 'running', since: 1_000 }, {}],
      [{ status: 'running', since: 1_000, stage: 'upload' }, {}],
      [{ status: 'running', since: 1_000, stage: 'upload' }, { n: 1 }],
      [{ status: 'done', at: 1_000, result: 'clip' }, { n: 1 }],
    ]);
    undo();
    await addPlays(runner, ['b']);
    expect(told).toHaveLength(5);
  });

  test.each<readonly [string, () => Promise<Outcome>, string]>([
    ['throws', async () => Promise.reject(new Error('x is undefined')), 'x is undefined'],
    ['answers nothing', async () => undefined as unknown as Outcome, 'Cannot read properties of undefined'],
    ['answers what cannot be written', async () => done(5n as unknown as string), 'BigInt'],
  ])('that %s ends the job as broken', async (_, run, detail) => {
    const runner = await openRunner({ run });
    runner.start();
    await addPlays(runner, ['a']);
    await runner.idle();
    expect(stateOf(runner, 'a')).toEqual({
      status: 'failed',
      at: 1_000,
      fault: { code: 'job-broke', detail: expect.stringContaining(detail) },
    });
  });

  test('that has answered can write no more', async () => {
    const desks: JobDesk[] = [];
    const disk = createMemoryDisk();
    const runner = await openRunner({
      disk,
      run: async (_, desk) => {
        desks.push(desk);
        return done();
      },
    });
    runner.start();
    await addPlays(runner, ['a']);
    await runner.idle();
    const before = text(disk);
    await expect(desks[0]?.note('late', 1)).rejects.toThrow('the run is over');
    desks[0]?.stage('late');
    expect([text(disk), stateOf(runner, 'a')?.status]).toEqual([before, 'done']);
  });

  test('sleeps as long as it says', async () => {
    const runner = await openRunner({
      run: async (_, desk) => {
        await desk.sleep(3_000);
        return done(Date.now());
      },
    });
    runner.start();
    await addPlays(runner, ['a']);
    await vi.advanceTimersByTimeAsync(2_999);
    expect(stateOf(runner, 'a')?.status).toBe('running');
    await vi.advanceTimersByTimeAsync(1);
    expect(stateOf(runner, 'a')).toMatchObject({ status: 'done', result: 4_000 });
  });
});

describe('when the disk is full', () => {
  test('a run whose note cannot be written waits for the disk and then goes on', async () => {
    const disk = createMemoryDisk();
    const paid: string[] = [];
    const runner = await openRunner({
      disk,
      run: async (name, desk) => {
        await desk.note('asked', true);
        paid.push(name);
        return done();
      },
    });
    await addPlays(runner, ['a']);
    disk.isFull = (call) => call === 'write';
    runner.start();
    await settle();
    expect(stateOf(runner, 'a')).toEqual({
      ...{ status: 'waiting', why: 'disk', since: 1_000, retryAt: 2_000 },
      fault: { code: 'journal-not-written', detail: 'ENOSPC' },
    });
    expect(paid).toEqual([]);
    disk.isFull = () => false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect([stateOf(runner, 'a')?.status, paid]).toEqual(['done', ['a']]);
  });

  test('what is done is not done again: only its end is written again', async () => {
    const disk = createMemoryDisk();
    let runs = 0;
    const runner = await openRunner({
      disk,
      run: async () => {
        runs += 1;
        disk.isFull = (call) => call === 'flush';
        return done('clip');
      },
    });
    await addPlays(runner, ['a']);
    runner.start();
    await settle();
    expect(stateOf(runner, 'a')).toMatchObject({ status: 'waiting', why: 'disk' });
    await vi.advanceTimersByTimeAsync(1_000);
    expect(stateOf(runner, 'a')).toMatchObject({ status: 'waiting', why: 'disk' });
    disk.isFull = () => false;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(stateOf(runner, 'a')).toMatchObject({ status: 'done', result: 'clip' });
    expect(runs).toBe(1);
  });

  test('a cancel of what is done but not yet written keeps what was done', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({
      disk,
      run: async () => {
        disk.isFull = (call) => call === 'flush';
        return done('clip');
      },
    });
    await addPlays(runner, ['a']);
    runner.start();
    await settle();
    expect(await runner.cancel('a')).toMatchObject({ ok: false, fault: { code: 'journal-not-written' } });
    disk.isFull = () => false;
    expect(await runner.cancel('a')).toMatchObject({ ok: true, value: { state: { status: 'done' } } });
  });

  test('a cancel that cannot be written changes nothing, and the job still gets its turn', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk });
    await addPlays(runner, ['a']);
    disk.isFull = (call) => call === 'flush';
    const canceling = runner.cancel('a');
    runner.start();
    expect(await canceling).toMatchObject({ ok: false, fault: { code: 'journal-not-written' } });
    disk.isFull = () => false;
    await vi.advanceTimersByTimeAsync(1_000);
    expect(statuses(runner)).toEqual(['a:done']);
  });
});

describe('canceling', () => {
  test('a job that waits ends it', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk });
    await addPlays(runner, ['a']);
    expect(await runner.cancel('a')).toMatchObject({
      ok: true,
      value: { state: { status: 'canceled', at: 1_000 } },
    });
    expect(statuses(await openRunner({ disk: createMemoryDisk(disk.durable) }))).toEqual(['a:canceled']);
  });

  const answers: readonly (readonly [string, () => Promise<Outcome>, string])[] = [
    ['has failed', async () => ({ is: 'failed', fault: { code: 'aborted' } }), 'canceled'],
    ['waits', async () => ({ is: 'waiting', why: 'network' }), 'canceled'],
    ['throws', () => Promise.reject(new Error('aborted')), 'canceled'],
    ['is done all the same', async () => done('clip'), 'done'],
  ];
  test.each(answers)(
    'a job that runs aborts it; when the run then %s the job is %s',
    async (_, answer, status) => {
      const disk = createMemoryDisk();
      const runner = await openRunner({ disk, run: (_name, desk) => untilAborted(desk).then(answer) });
      runner.start();
      await addPlays(runner, ['a']);
      await settle();
      expect(await runner.cancel('a')).toMatchObject({ ok: true, value: { state: { status: 'canceled' } } });
      await runner.idle();
      await settle();
      expect(stateOf(runner, 'a')?.status).toBe(status);
      expect(statuses(await openRunner({ disk: createMemoryDisk(disk.durable) }))).toEqual([`a:${status}`]);
    },
  );

  test('a job whose end is on its way to the disk answers that end', async () => {
    const disk = createMemoryDisk();
    const { opened, open } = gate<Outcome>();
    const flushed = gate();
    const runner = await openRunner({ disk, run: () => opened });
    runner.start();
    await addPlays(runner, ['a']);
    disk.flushing = flushed.opened;
    open({ is: 'failed', fault: { code: 'bad' } });
    await settle();
    const canceling = runner.cancel('a');
    await settle();
    expect(stateOf(runner, 'a')?.status).toBe('running');
    flushed.open();
    expect(await canceling).toMatchObject({ ok: true, value: { state: { status: 'failed' } } });
    expect(text(disk)).not.toContain('canceled');
  });

  test('a settled job answers it as it is, an unknown one is not found', async () => {
    const runner = await openRunner();
    runner.start();
    await addPlays(runner, ['a']);
    await runner.idle();
    expect(await runner.cancel('a')).toMatchObject({ ok: true, value: { state: { status: 'done' } } });
    expect(await runner.cancel('b')).toEqual({ ok: false, fault: { code: 'job-not-found' } });
  });
});

describe('retrying', () => {
  test('runs a failed job again with the notes it was not to forget', async () => {
    const seen: unknown[] = [];
    const disk = createMemoryDisk();
    const runner = await openRunner({
      disk,
      run: async (_, desk) => {
        seen.push(desk.notes);
        if (seen.length === 2) return done();
        await desk.note('upload', 'u1');
        await desk.note('paid', 'p1');
        return { is: 'failed', fault: { code: 'bad' } };
      },
    });
    runner.start();
    await addPlays(runner, ['a']);
    await runner.idle();
    expect(await runner.retry('a', ['upload'])).toMatchObject({
      ok: true,
      value: { tries: 0, notes: { paid: 'p1' } },
    });
    await runner.idle();
    expect(seen).toEqual([{}, { paid: 'p1' }]);
    expect(await runner.retry('a')).toEqual({ ok: false, fault: { code: 'job-not-retryable' } });
    expect(await runner.retry('b')).toEqual({ ok: false, fault: { code: 'job-not-found' } });
    expect((await openRunner({ disk: afterKill(disk) })).list()).toEqual(runner.list());
  });

  test('many are canceled in a write or two, the one that runs among them, and none of them starts meanwhile', async () => {
    const disk = createMemoryDisk();
    const started: string[] = [];
    const runner = await openRunner({
      disk,
      run: async (name, desk) => {
        started.push(name);
        await untilAborted(desk);
        return { is: 'failed', fault: { code: 'aborted' } };
      },
    });
    runner.start();
    const ids = Array.from({ length: 500 }, (_, i) => `job-${i}`);
    await addPlays(runner, ids);
    await settle();
    const before = disk.count('flush');
    const canceled = await runner.cancelAll(ids);
    expect(canceled).toMatchObject({ ok: true, value: { length: 500 } });
    await settle();
    expect(disk.count('flush') - before).toBeLessThan(3);
    expect(started).toEqual(['job-0']);
    const again = await openRunner({ disk: createMemoryDisk(disk.durable) });
    expect(new Set(again.list().map(({ state }) => state.status))).toEqual(new Set(['canceled']));
  });

  test('many wait again in one write, in their order, each without the notes it is told to drop', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({
      disk,
      run: async (_, desk) => {
        await desk.note('old', 1);
        await desk.note('kept', 2);
        return { is: 'failed', fault: { code: 'aborted' } };
      },
    });
    runner.start();
    await addPlays(runner, ['a', 'b']);
    await runner.idle();
    runner.pause();
    const before = disk.count('flush');
    const retried = await runner.retryAll([
      { id: 'b', forget: [] },
      { id: 'a', forget: ['old'] },
      { id: 'nobody', forget: [] },
    ]);
    expect(retried).toMatchObject({ ok: true, value: { length: 2 } });
    expect(disk.count('flush') - before).toBe(1);
    const again = await openRunner({ disk: createMemoryDisk(disk.durable) });
    expect(again.list()).toMatchObject([
      { id: 'a', notes: { kept: 2 }, state: { status: 'waiting' } },
      { id: 'b', notes: { old: 1, kept: 2 }, state: { status: 'waiting' } },
    ]);
    expect(Object.keys(again.get('a')?.notes ?? {})).toEqual(['kept']);
  });

  test('where it cannot be written, none of many is canceled', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk });
    await addPlays(runner, ['a', 'b']);
    disk.isFull = (call) => call === 'write';
    expect(await runner.cancelAll(['a', 'b'])).toMatchObject({ fault: { code: 'journal-not-written' } });
    expect(statuses(runner)).toEqual(['a:waiting', 'b:waiting']);
  });

  test('a canceled job waits until its old run has ended', async () => {
    const { opened, open } = gate<Outcome>();
    let running = 0;
    let most = 0;
    const runner = await openRunner({
      concurrency: () => 4,
      run: async () => {
        running += 1;
        most = Math.max(most, running);
        const outcome = running > 1 || most > 1 ? done() : await opened;
        running -= 1;
        return outcome;
      },
    });
    runner.start();
    await addPlays(runner, ['a']);
    await settle();
    await runner.cancel('a');
    const retried = runner.retry('a');
    await settle();
    expect([most, stateOf(runner, 'a')?.status]).toEqual([1, 'canceled']);
    open({ is: 'failed', fault: { code: 'aborted' } });
    expect(await retried).toMatchObject({ ok: true });
    expect(most).toBe(1);
  });

  test('a canceled job whose old run is done after all is refused: nothing is left to do', async () => {
    const { opened, open } = gate<Outcome>();
    const runner = await openRunner({ run: () => opened });
    runner.start();
    await addPlays(runner, ['a']);
    await settle();
    await runner.cancel('a');
    const retried = runner.retry('a');
    open(done('clip'));
    expect(await retried).toEqual({ ok: false, fault: { code: 'job-not-retryable' } });
    expect(stateOf(runner, 'a')).toMatchObject({ status: 'done', result: 'clip' });
  });
});

describe('forgetting', () => {
  test('takes settled jobs out, in memory and on disk', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk });
    runner.start();
    await addPlays(runner, ['a', 'b', 'c']);
    await runner.idle();
    expect(await runner.forget(['a', 'c'])).toEqual({ ok: true, value: undefined });
    expect(statuses(runner)).toEqual(['b:done']);
    expect(statuses(await openRunner({ disk: createMemoryDisk(disk.durable) }))).toEqual(['b:done']);
  });

  test('takes out none when one of them is not settled, and passes over what is gone already', async () => {
    const runner = await openRunner();
    await addPlays(runner, ['a', 'b']);
    await runner.cancel('a');
    expect(await runner.forget(['a', 'b'])).toEqual({ ok: false, fault: { code: 'job-not-found' } });
    expect(statuses(runner)).toEqual(['a:canceled', 'b:waiting']);
    expect(await runner.forget(['a', 'x'])).toEqual({ ok: true, value: undefined });
    expect(statuses(runner)).toEqual(['b:waiting']);
  });
});

describe('the next process', () => {
  test('runs what ran when the last one was killed, waiting since it looked', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk, run: (_, desk) => untilAborted(desk).then(() => done()) });
    runner.start();
    await addPlays(runner, ['a', 'b']);
    await settle();
    expect(statuses(runner)).toEqual(['a:running', 'b:waiting']);
    vi.setSystemTime(9_000);
    const next = await openRunner({ disk: afterKill(disk) });
    expect(stateOf(next, 'a')).toEqual({ status: 'waiting', why: 'turn', since: 9_000 });
    next.start();
    await next.idle();
    expect(statuses(next)).toEqual(['a:done', 'b:done']);
  });

  test('gives a job that waits for a key one look, because the key may have been released in between', async () => {
    const disk = createMemoryDisk();
    const run = async (): Promise<Outcome> => ({ is: 'waiting', why: 'voice', key: 'voice:1' });
    const runner = await openRunner({ disk, run });
    runner.start();
    await addPlays(runner, ['a']);
    await reached(runner, 'a', 'waiting');
    await settle();
    const next = await openRunner({ disk: afterKill(disk) });
    expect(stateOf(next, 'a')).toMatchObject({ status: 'waiting', why: 'voice', key: 'voice:1' });
    next.start();
    await next.idle();
    expect(statuses(next)).toEqual(['a:done']);
  });

  test('keeps the wait of a job until its time', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({
      disk,
      run: async () => ({ is: 'waiting', why: 'network', retryAfterMs: 20_000 }),
    });
    runner.start();
    await addPlays(runner, ['a']);
    await settle();
    const next = await openRunner({ disk: afterKill(disk) });
    next.start();
    await vi.advanceTimersByTimeAsync(19_999);
    expect(statuses(next)).toEqual(['a:waiting']);
    await vi.advanceTimersByTimeAsync(1);
    expect(statuses(next)).toEqual(['a:done']);
  });

  test('lists a job of a kind it does not know as failed, and leaves it to a process that knows it', async () => {
    const disk = createMemoryDisk();
    await addPlays(await openRunner({ disk }), ['a']);
    const old = await openRunner({ disk: afterKill(disk), kinds: [] });
    expect(stateOf(old, 'a')).toMatchObject({ status: 'failed', fault: { code: 'job-unreadable' } });
    expect(await old.retry('a')).toEqual({ ok: false, fault: { code: 'job-unreadable' } });
    old.start();
    await old.idle();
    await old.stop();
    expect(statuses(await openRunner({ disk: afterKill(disk) }))).toEqual(['a:waiting']);
  });

  test('fails a job whose input its kind no longer reads', async () => {
    const disk = createMemoryDisk();
    await addPlays(await openRunner({ disk }), ['a']);
    const sounds = text(disk).replace('"name":"a"', '"nome":"a"');
    const { crc32 } = await import('node:zlib');
    const body = sounds.slice(18, -1);
    const line = `{"crc":"${crc32(body).toString(16).padStart(8, '0')}",${body}\n`;
    const next = await openRunner({ disk: createMemoryDisk(new Map([[journalPath, Buffer.from(line)]])) });
    next.start();
    await next.idle();
    expect(stateOf(next, 'a')).toMatchObject({ status: 'failed', fault: { code: 'job-unreadable' } });
  });
});

describe('stopping', () => {
  test('puts what runs back, lets what is done be done, and writes nothing afterwards', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({
      disk,
      concurrency: () => 3,
      run: async (name, desk) => {
        await untilAborted(desk);
        if (name === 'done') return done('clip');
        if (name === 'failed') return { is: 'failed', fault: { code: 'aborted' } };
        throw new Error('aborted');
      },
    });
    runner.start();
    await addPlays(runner, ['done', 'failed', 'threw', 'next']);
    await settle();
    vi.setSystemTime(7_000);
    const idle = runner.idle();
    await Promise.all([runner.stop(), runner.stop()]);
    await idle;
    expect(statuses(runner)).toEqual(['done:done', 'failed:waiting', 'threw:waiting', 'next:waiting']);
    expect(stateOf(runner, 'failed')).toEqual({ status: 'waiting', why: 'turn', since: 7_000 });
    expect(runner.get('failed')?.tries).toBe(0);
    const before = disk.calls.length;
    runner.start();
    runner.nudge();
    runner.release('k');
    const refused = { ok: false, fault: { code: 'journal-not-written' } };
    expect(await runner.add([{ kind: 'play', input: { name: 'late' } }])).toMatchObject(refused);
    expect(await runner.cancel('next')).toMatchObject(refused);
    expect(await runner.forget(['done'])).toMatchObject(refused);
    await settle();
    expect([disk.calls.length, disk.calls.at(-1)]).toEqual([before, 'close']);
    expect((await openRunner({ disk: afterKill(disk) })).list()).toEqual(runner.list());
  });

  test('waits no longer than 5 s for a run that does not listen', async () => {
    const { opened, open } = gate<Outcome>();
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk, run: () => opened });
    runner.start();
    await addPlays(runner, ['a']);
    await settle();
    let stopped = false;
    const stopping = runner.stop().then(() => {
      stopped = true;
    });
    await vi.advanceTimersByTimeAsync(4_999);
    expect(stopped).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    await stopping;
    expect(statuses(runner)).toEqual(['a:waiting']);
    const before = disk.calls.length;
    open(done());
    await settle();
    expect(disk.calls.length).toBe(before);
    expect(statuses(runner)).toEqual(['a:waiting']);
  });

  test('wakes a run from its sleep', async () => {
    const runner = await openRunner({
      run: async (_, desk) => {
        await desk.sleep(1_000_000);
        return done();
      },
    });
    runner.start();
    await addPlays(runner, ['a']);
    await settle();
    await runner.stop();
    expect(statuses(runner)).toEqual(['a:done']);
  });

  test('on a full disk still ends', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk, run: (_, desk) => untilAborted(desk).then(() => done()) });
    runner.start();
    await addPlays(runner, ['a']);
    await settle();
    disk.isFull = () => true;
    await runner.stop();
    expect(statuses(await openRunner({ disk: afterKill(disk) }))).toEqual(['a:waiting']);
  });

  test('leaves no timer behind', async () => {
    const runner = await openRunner({ run: async () => ({ is: 'waiting', why: 'network' }) });
    runner.start();
    await addPlays(runner, ['a']);
    await settle();
    void runner.idle();
    expect(vi.getTimerCount()).toBe(2);
    await runner.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('the list', () => {
  test('is the same array until something changes', async () => {
    const runner = await openRunner();
    await addPlays(runner, ['a']);
    const before = runner.list();
    expect(runner.list()).toBe(before);
    await runner.cancel('a');
    expect(runner.list()).not.toBe(before);
    expect(before[0]?.state.status).toBe('waiting');
  });

  test('is not disturbed by a listener that throws: the error comes out by itself', async () => {
    vi.useRealTimers();
    const runner = await openRunner();
    const told: string[] = [];
    const thrown: unknown[] = [];
    const before = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    process.once('uncaughtException', (error) => thrown.push(error.message));
    runner.onChange(() => {
      throw new Error('a listener broke');
    });
    runner.onChange((job) => told.push(job.id));
    await addPlays(runner, ['a']);
    await new Promise((resolve) => setImmediate(resolve));
    process.removeAllListeners('uncaughtException');
    for (const listener of before) process.on('uncaughtException', listener);
    expect([told, thrown]).toEqual([['a'], ['a listener broke']]);
  });
});

test('a folder that cannot be used is a failure, not a throw', async () => {
  const file = `${process.cwd()}/package.json`;
  const made = await createJobRunner({ folder: `${file}/jobs`, kinds: [] });
  expect(made).toEqual({ ok: false, fault: { code: 'journal-not-written', detail: expect.any(String) } });
});
