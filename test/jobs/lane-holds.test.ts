import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Outcome } from '../../electron/jobs/job.ts';
import { createMemoryDisk } from './memory-disk.ts';
import { addPlays, done, gate, openRunner, settle, stateOf, statuses } from './play-runner.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const offline: Outcome = { is: 'waiting', why: 'network', holdsLane: true, fault: { code: 'offline' } };
const names = (count: number) => Array.from({ length: count }, (_, i) => `${i}`);

describe('a lane that is held', () => {
  test('makes one vain call where five hundred jobs wait, and then goes on in order', async () => {
    const calls: string[] = [];
    let isOnline = false;
    const runner = await openRunner({
      async run(name) {
        calls.push(name);
        return isOnline ? done() : offline;
      },
    });
    await addPlays(runner, names(500));
    runner.start();
    await settle();
    expect(calls).toEqual(['0']);
    expect(runner.holder('stage')?.id).toBe('0');
    expect(stateOf(runner, '1')).toMatchObject({ status: 'waiting', why: 'turn' });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(new Set(calls)).toEqual(new Set(['0']));
    isOnline = true;
    calls.length = 0;
    runner.nudge();
    await runner.idle();
    expect(calls).toEqual(names(500));
  });

  test('tries one job alone before it is as wide as before', async () => {
    const gates = new Map<string, (outcome: Outcome) => void>();
    const begun: string[] = [];
    const runner = await openRunner({
      concurrency: () => 3,
      run(name) {
        begun.push(name);
        const { opened, open } = gate<Outcome>();
        gates.set(name, open);
        return opened;
      },
    });
    await addPlays(runner, names(6));
    runner.start();
    await settle();
    expect(begun.splice(0)).toEqual(['0', '1', '2']);
    gates.get('1')?.({ ...offline, retryAfterMs: 60_000 });
    await settle();
    // One that was under way all along says nothing about what was found since.
    gates.get('0')?.(done());
    await settle();
    expect(begun).toEqual([]);
    gates.get('2')?.(done());
    await vi.advanceTimersByTimeAsync(59_000);
    expect(begun).toEqual([]);
    await vi.advanceTimersByTimeAsync(2_000);
    expect(begun.splice(0)).toEqual(['1']);
    gates.get('1')?.(done());
    await settle();
    expect(begun).toEqual(['3', '4', '5']);
    for (const open of gates.values()) open(done());
  });

  test('is free again when the job that held it is canceled, and others are not held with it', async () => {
    const ran: string[] = [];
    const runner = await openRunner({
      async run(name) {
        ran.push(name);
        return name === 'a' ? offline : done();
      },
    });
    runner.start();
    await addPlays(runner, ['a', 'b']);
    await addPlays(runner, ['c'], 'street');
    await settle();
    expect(ran).toEqual(['a', 'c']);
    await runner.cancel('a');
    await settle();
    expect(ran).toEqual(['a', 'c', 'b']);
  });

  test('is still held for the next process, whose first try is one alone', async () => {
    const disk = createMemoryDisk();
    const runner = await openRunner({ disk, run: async () => ({ ...offline, retryAfterMs: 60_000 }) });
    await addPlays(runner, names(3));
    runner.start();
    await settle();
    await runner.stop();
    const ran: string[] = [];
    const next = await openRunner({
      disk: createMemoryDisk(disk.durable),
      concurrency: () => 3,
      async run(name) {
        ran.push(name);
        return done();
      },
    });
    next.start();
    await settle();
    expect(ran).toEqual([]);
    next.nudge();
    await settle();
    expect(ran).toEqual(['0', '1', '2']);
  });
});

describe('a pause', () => {
  test('starts nothing new and lets what runs come to its end', async () => {
    const { opened, open } = gate<Outcome>();
    const runner = await openRunner({ run: (name) => (name === 'a' ? opened : Promise.resolve(done())) });
    runner.start();
    await addPlays(runner, ['a', 'b']);
    runner.pause();
    open(done());
    await settle();
    expect(statuses(runner)).toEqual(['a:done', 'b:waiting']);
    expect(runner.isPaused()).toBe(true);
    runner.resume();
    await runner.idle();
    expect(statuses(runner)).toEqual(['a:done', 'b:done']);
  });

  test('may stand from the start', async () => {
    const runner = await openRunner({ startPaused: true });
    runner.start();
    await addPlays(runner, ['a']);
    await settle();
    expect(statuses(runner)).toEqual(['a:waiting']);
  });
});

describe('another order', () => {
  const order = async (moves: readonly (readonly [ids: readonly string[], before: string | null])[]) => {
    const disk = createMemoryDisk();
    const ran: string[] = [];
    const play = { run: async (name: string) => done(ran.push(name)) };
    const runner = await openRunner({ disk, ...play });
    await addPlays(runner, ['a', 'b', 'c', 'd']);
    for (const [ids, before] of moves) expect((await runner.reorder(ids, before)).ok).toBe(true);
    const listed = runner.list().map(({ id }) => id);
    const again = await openRunner({ disk: createMemoryDisk(disk.durable) });
    expect(again.list().map(({ id }) => id)).toEqual(listed);
    runner.start();
    await runner.idle();
    expect(ran).toEqual(listed);
    return ran.join('');
  };

  test.each([
    [[[['d'], 'a']], 'dabc'],
    [[[['a', 'b'], null]], 'cdab'],
    [[[['d', 'b'], 'c']], 'adbc'],
    [[[['b', 'c'], 'b']], 'abcd'],
    [[[['b'], 'b']], 'abcd'],
  ] as const)('%j makes %s, for this process and the next', async (moves, expected) => {
    expect(await order(moves)).toBe(expected);
  });

  test('can be made again and again at the same place', async () => {
    const moves = Array.from({ length: 100 }, (_, i) => [[['b', 'c'][i % 2] ?? ''], 'd'] as const);
    expect(await order(moves)).toBe('abcd');
  });

  test('puts what is asked later behind, and refuses an unknown job', async () => {
    const runner = await openRunner();
    await addPlays(runner, ['a', 'b']);
    await runner.reorder(['a'], null);
    await addPlays(runner, ['c']);
    expect(runner.list().map(({ id }) => id)).toEqual(['b', 'a', 'c']);
    expect(await runner.reorder(['x'], null)).toMatchObject({ ok: false, fault: { code: 'job-not-found' } });
    expect(await runner.reorder(['a'], 'x')).toMatchObject({ ok: false, fault: { code: 'job-not-found' } });
  });
});
