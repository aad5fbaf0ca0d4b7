import { describe, expect, it } from 'vitest';
import { restWithComputer } from '../../../electron/boot/desk/rest.ts';
import type { ServerView } from '../../../electron/contract/calls.ts';
import type { Job, JobState } from '../../../electron/jobs/job.ts';

const A2E = 'https://a2e.example';
const state: JobState = { status: 'waiting', why: 'network', since: 1, retryAt: 30_000 };

/** A computer that sleeps and wakes; a server that answers from look `up` on; a queue that writes down what it is told. */
function world({ up = 1, jobs = [A2E] }: { up?: number; jobs?: readonly string[] } = {}) {
  const did: string[] = [];
  const listeners: { sleep?: () => void; wake?: () => void } = {};
  let looks = 0;
  let go: (() => void)[] = [];
  const view = (id: string, is: 'reachable' | 'unreachable'): ServerView => ({
    ...{ id, name: id, url: id, kind: 'remote', speaksWithStockVoices: false, textLimit: 1000 },
    atOnce: 4,
    reach: is === 'reachable' ? { is } : { is, fault: { code: 'offline' } },
  });
  const stop = restWithComputer({
    power: {
      onSleep: (listener) => {
        listeners.sleep = listener;
        return () => delete listeners.sleep;
      },
      onWake: (listener) => {
        listeners.wake = listener;
        return () => delete listeners.wake;
      },
    },
    runner: {
      park: () => void did.push('park'),
      unpark: () => void did.push('unpark'),
      nudge: () => void did.push('nudge'),
      list: () => jobs.map((server) => ({ input: { server }, state }) as unknown as Job),
    },
    servers: {
      chosen: () => view('local', 'reachable'),
      async check(id = 'local') {
        did.push(`look at ${id}`);
        if (id !== 'local') looks++;
        return view(id, id === 'local' || looks >= up ? 'reachable' : 'unreachable');
      },
    },
    wait: () => new Promise<void>((resolve) => go.push(resolve)),
  });
  return {
    ...{ did, stop, listeners },
    sleep: () => listeners.sleep?.(),
    wake: () => listeners.wake?.(),
    /** Lets the time of the next look come. */
    async later() {
      const now = go;
      go = [];
      for (const each of now) each();
      await new Promise((resolve) => setImmediate(resolve));
    },
    isWaiting: () => go.length > 0,
  };
}

describe('a computer that sleeps', () => {
  it('has nothing begun before it, and all tried once a server answers', async () => {
    const { did, sleep, wake, later, isWaiting } = world();
    sleep();
    expect(did).toEqual(['park']);
    wake();
    await later();
    expect(did).toEqual(['park', 'look at local', `look at ${A2E}`, 'unpark']);
    expect(isWaiting()).toBe(false);
  });

  it('looks only for servers that something waits for, and goes on looking for the one that is missing', async () => {
    const { did, sleep, wake, later, isWaiting } = world({ up: 3 });
    sleep();
    wake();
    await later();
    // The one on this computer answers: its lines need not wait for the network.
    expect(did.at(-1)).toBe('unpark');
    await later();
    expect(did.at(-1)).toBe(`look at ${A2E}`);
    await later();
    expect(did.at(-1)).toBe('nudge');
    expect(isWaiting()).toBe(false);
  });

  it('that falls asleep again while it is looked for stays parked', async () => {
    const { did, sleep, wake, later } = world();
    sleep();
    wake();
    sleep();
    await later();
    expect(did).toEqual(['park', 'park']);
  });

  it('is left alone once the stations are closed', async () => {
    const { did, wake, later, stop, listeners } = world();
    wake();
    stop();
    await later();
    expect(did).toEqual([]);
    expect(listeners).toEqual({});
  });
});
