import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type JobDesk, type Outcome, PARKED } from '../../electron/jobs/job.ts';
import { createMemoryDisk } from './memory-disk.ts';
import { addPlays, done, gate, openRunner, settle, stateOf, statuses } from './play-runner.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Runs that wait until the test lets them go, and a record of who is on. */
function stage(): {
  readonly run: (name: string, desk: JobDesk) => Promise<Outcome>;
  readonly begun: string[];
  readonly end: (name: string, outcome?: Outcome) => Promise<void>;
} {
  const begun: string[] = [];
  const gates = new Map<string, (outcome: Outcome) => void>();
  return {
    begun,
    run(name, desk) {
      begun.push(name);
      const { opened, open } = gate<Outcome>();
      gates.set(name, open);
      desk.signal.addEventListener('abort', () => open(offline));
      return opened;
    },
    async end(name, outcome = done()) {
      gates.get(name)?.(outcome);
      await settle();
    },
  };
}

const forVoice: Outcome = { is: 'waiting', why: 'voice', key: 'voice:1' };
const offline: Outcome = { is: 'waiting', why: 'network', fault: { code: 'offline' } };

describe('a lane', () => {
  test('runs nothing before it is started', async () => {
    const { run, begun } = stage();
    const runner = await openRunner({ run });
    await addPlays(runner, ['a']);
    runner.nudge();
    runner.release('voice:1');
    await settle();
    expect(begun).toEqual([]);
  });

  test('starts nothing while the computer is about to sleep, and lets runs know; awake, all that waits is tried', async () => {
    const { run, begun, end } = stage();
    const desks: JobDesk[] = [];
    const runner = await openRunner({
      run: (name, desk) => {
        desks.push(desk);
        return run(name, desk);
      },
    });
    runner.start();
    await addPlays(runner, ['a', 'b', 'c']);
    await settle();
    expect(desks[0]?.isParked()).toBe(false);
    runner.park();
    expect(desks[0]?.isParked()).toBe(true);
    await end('a', PARKED);
    expect(stateOf(runner, 'a')).toMatchObject({ status: 'waiting', why: 'sleep' });
    expect(begun).toEqual(['a']);
    runner.unpark();
    await settle();
    expect(begun).toEqual(['a', 'a']);
    await end('a', offline);
    expect(begun).toEqual(['a', 'a', 'b']);
    runner.park();
    await end('b');
    runner.unpark();
    // What waited for its time need not wait any longer.
    expect(begun).toEqual(['a', 'a', 'b', 'a']);
  });

  test('runs its jobs one at a time in the order of asking', async () => {
    const { run, begun, end } = stage();
    const runner = await openRunner({ run });
    runner.start();
    await addPlays(runner, ['a', 'b']);
    await addPlays(runner, ['c']);
    await settle();
    expect(begun).toEqual(['a']);
    await end('a');
    expect(begun).toEqual(['a', 'b']);
    expect(statuses(runner)).toEqual(['a:done', 'b:running', 'c:waiting']);
    await end('b');
    await end('c');
    expect(statuses(runner)).toEqual(['a:done', 'b:done', 'c:done']);
  });

  test('runs as many at once as it allows', async () => {
    const { run, begun, end } = stage();
    const runner = await openRunner({ run, concurrency: (lane) => (lane === 'wide' ? 3 : 1) });
    runner.start();
    await addPlays(runner, ['a', 'b', 'c', 'd', 'e'], 'wide');
    await settle();
    expect(begun).toEqual(['a', 'b', 'c']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'c', 'd']);
  });

  test('runs no more than it allows when a listener wakes a job while another begins', async () => {
    const { run, begun, end } = stage();
    const runner = await openRunner({ run });
    runner.onChange(({ id, state }) => {
      if (id === 'b' && state.status === 'running') runner.release('voice:1');
    });
    runner.start();
    await addPlays(runner, ['a', 'b']);
    await settle();
    await end('a', forVoice);
    expect(begun).toEqual(['a', 'b']);
    await end('b');
    expect(begun).toEqual(['a', 'b', 'a']);
  });

  test('does not hold up another lane', async () => {
    const { run, begun } = stage();
    const runner = await openRunner({ run });
    runner.start();
    await addPlays(runner, ['a', 'b'], 'one');
    await addPlays(runner, ['c'], 'two');
    await settle();
    expect(begun).toEqual(['a', 'c']);
  });

  test.each([
    ['a key', forVoice],
    ['a time', offline],
  ])('goes on to the next while a job waits for %s', async (_, outcome) => {
    const { run, begun, end } = stage();
    const runner = await openRunner({ run });
    runner.start();
    await addPlays(runner, ['a', 'b']);
    await settle();
    await end('a', outcome);
    expect(begun).toEqual(['a', 'b']);
  });

  test('takes a woken job before those that were asked later', async () => {
    const { run, begun, end } = stage();
    const runner = await openRunner({ run });
    runner.start();
    await addPlays(runner, ['a', 'b', 'c']);
    await settle();
    await end('a', forVoice);
    runner.release('voice:1');
    expect(stateOf(runner, 'a')).toMatchObject({ status: 'waiting', why: 'turn' });
    await end('b');
    expect(begun).toEqual(['a', 'b', 'a']);
  });

  test('skips a job that was canceled while it waited', async () => {
    const { run, begun, end } = stage();
    const runner = await openRunner({ run });
    runner.start();
    await addPlays(runner, ['a', 'b', 'c']);
    await runner.cancel('b');
    await end('a');
    expect(begun).toEqual(['a', 'c']);
  });

  test('does not begin a job while its cancel is on its way to the disk', async () => {
    const disk = createMemoryDisk();
    const { run, begun, end } = stage();
    const runner = await openRunner({ disk, run });
    runner.start();
    await addPlays(runner, ['a', 'b', 'c']);
    const { opened, open } = gate();
    disk.flushing = opened;
    const canceling = runner.cancel('b');
    await end('a', forVoice);
    expect(begun).toEqual(['a', 'c']);
    open();
    expect(await canceling).toMatchObject({ ok: true, value: { state: { status: 'canceled' } } });
    await end('c');
    expect(begun).toEqual(['a', 'c']);
  });
});

describe('a job that waits for a time', () => {
  test('comes back after 1 s, 2 s, 4 s …', async () => {
    const times: number[] = [];
    const run = async (): Promise<Outcome> => {
      times.push(Date.now());
      return offline;
    };
    const runner = await openRunner({ run });
    runner.start();
    await addPlays(runner, ['a']);
    await vi.advanceTimersByTimeAsync(100_000);
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
    expect(gaps).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
    expect(runner.get('a')?.tries).toBe(8);
  });

  test('comes back after 1 s again when it got further', async () => {
    const times: number[] = [];
    const run = async (_: string, desk: JobDesk): Promise<Outcome> => {
      times.push(Date.now());
      if (times.length >= 3) await desk.note('uploaded', times.length);
      return offline;
    };
    const runner = await openRunner({ run });
    runner.start();
    await addPlays(runner, ['a']);
    await vi.advanceTimersByTimeAsync(8_000);
    const gaps = times.slice(1).map((time, i) => time - (times[i] ?? 0));
    // The third run wrote something new; the fourth wrote the same note anew, which is no progress.
    expect(gaps).toEqual([1_000, 2_000, 1_000, 2_000]);
  });

  test('says since when and until when, and why', async () => {
    vi.setSystemTime(5_000);
    const runner = await openRunner({ run: async () => ({ ...offline, retryAfterMs: 60_000 }) as Outcome });
    runner.start();
    await addPlays(runner, ['a']);
    await settle();
    const waiting = {
      status: 'waiting',
      why: 'network',
      since: 5_000,
      retryAt: 65_000,
      fault: { code: 'offline' },
    };
    expect(stateOf(runner, 'a')).toEqual(waiting);
    await vi.advanceTimersByTimeAsync(59_000);
    expect(stateOf(runner, 'a')).toEqual(waiting);
  });

  test('runs now when nudged', async () => {
    const { run, begun, end } = stage();
    const runner = await openRunner({ run, concurrency: () => 2 });
    runner.start();
    await addPlays(runner, ['a', 'b']);
    await settle();
    await end('a', offline);
    await end('b', forVoice);
    runner.nudge();
    await settle();
    expect(begun).toEqual(['a', 'b', 'a']);
  });

  test('is tried when the clock was set back, because nobody knows how long it has waited', async () => {
    vi.setSystemTime(1_000_000_000);
    const { run, begun, end } = stage();
    const runner = await openRunner({ run });
    runner.start();
    await addPlays(runner, ['a']);
    await settle();
    await end('a', { ...offline, retryAfterMs: 40_000 } as Outcome);
    vi.setSystemTime(500_000_000);
    await vi.advanceTimersByTimeAsync(30_000);
    expect(begun).toEqual(['a', 'a']);
  });
});

describe('a released key', () => {
  test('wakes those who wait for it, and nobody else', async () => {
    const { run, begun, end } = stage();
    const runner = await openRunner({ run, concurrency: () => 3 });
    runner.start();
    await addPlays(runner, ['a', 'b', 'c']);
    await settle();
    await end('a', forVoice);
    await end('b', { ...forVoice, key: 'voice:2' } as Outcome);
    await end('c', forVoice);
    runner.release('voice:1');
    await settle();
    expect(begun).toEqual(['a', 'b', 'c', 'a', 'c']);
    runner.release('voice:1');
    await settle();
    expect(begun).toHaveLength(5);
  });

  test('is not lost when it is released between the decision of a run and its return', async () => {
    const begun: string[] = [];
    const runner = await openRunner({
      run: async (name) => {
        begun.push(name);
        if (begun.length > 1) return done();
        const outcome = forVoice;
        runner.release('voice:1');
        return outcome;
      },
    });
    runner.start();
    await addPlays(runner, ['a']);
    await runner.idle();
    expect(begun).toEqual(['a', 'a']);
  });

  test('is not lost at any moment around the end of a run', async () => {
    const lost: string[] = [];
    for (let ticks = 0; ticks < 60; ticks += 1) {
      let runs = 0;
      const { opened, open } = gate<Outcome>();
      const runner = await openRunner({
        run: () => {
          runs += 1;
          return runs === 1 ? opened : Promise.resolve(done());
        },
      });
      runner.start();
      await addPlays(runner, ['a']);
      await settle();
      open(forVoice);
      for (let i = 0; i < ticks; i += 1) await Promise.resolve();
      runner.release('voice:1');
      await settle();
      if (stateOf(runner, 'a')?.status !== 'done') lost.push(`after ${ticks} ticks`);
    }
    expect(lost).toEqual([]);
  });

  test('does not make a job run again that waits for something else', async () => {
    const { run, begun, end } = stage();
    const runner = await openRunner({ run });
    runner.start();
    await addPlays(runner, ['a']);
    await settle();
    runner.release('voice:2');
    await end('a', forVoice);
    expect(begun).toEqual(['a']);
    expect(stateOf(runner, 'a')).toMatchObject({ status: 'waiting', key: 'voice:1' });
  });
});
