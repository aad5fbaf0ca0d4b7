import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { waitForJob } from '../../electron/command-line/wait-for-job.ts';
import type { JobState } from '../../electron/jobs/job.ts';
import { aJob, fakeRunner } from './fake-runner.ts';

const TURN: JobState = { status: 'waiting', why: 'turn', since: 1 };
const RUNNING: JobState = { status: 'running', since: 1, stage: 'speaking' };
const DONE: JobState = { status: 'done', at: 1, result: { clipId: 'c' } };
const offline = (detail = 'no route'): JobState => ({
  ...{ status: 'waiting', why: 'network', since: 1, retryAt: 2, fault: { code: 'offline', detail } },
});
const left = (detail = 'no route') => ({
  ok: false,
  fault: { code: 'offline', detail, facts: { leftInQueue: 1 } },
});

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** Waits for the job `j`, which perhaps waits for the job `voice`. */
function waiting(options: { state?: JobState; patience?: number; also?: boolean; aborted?: boolean } = {}) {
  const { state = TURN, patience = 10, also = false, aborted = false } = options;
  const runner = fakeRunner(aJob('j', state), aJob('voice', TURN, 'clone'), aJob('other', TURN));
  const stop = new AbortController();
  if (aborted) stop.abort();
  const told: string[] = [];
  let end: unknown = 'still waiting';
  const waited = waitForJob(
    { runner },
    { signal: stop.signal, tell: (line) => told.push(line) },
    { jobId: 'j', patience, ...(also && { also: 'voice' }) },
  ).then((result) => {
    end = result;
  });
  const endAfter = async (seconds: number) => {
    await vi.advanceTimersByTimeAsync(seconds * 1000);
    return end;
  };
  return { runner, stop, told, endAfter, waited };
}

describe('waiting for a job', () => {
  it('starts the queue and ends when the job is done', async () => {
    const { runner, endAfter } = waiting();
    expect(runner.started).toBe(1);
    runner.become('j', RUNNING);
    expect(await endAfter(3600)).toBe('still waiting');
    runner.become('j', DONE);
    expect(await endAfter(0)).toEqual({ ok: true, value: aJob('j', DONE) });
  });

  it.each<{ state: JobState; end: object }>([
    { state: DONE, end: { ok: true, value: aJob('j', DONE) } },
    {
      state: { status: 'failed', at: 1, fault: { code: 'tls' } },
      end: { ok: false, fault: { code: 'tls' } },
    },
    { state: { status: 'canceled', at: 1 }, end: { ok: false, fault: { code: 'canceled' } } },
  ])('ends at once where it is $state.status already', async ({ state, end }) => {
    const { endAfter } = waiting({ state });
    expect(await endAfter(0)).toEqual(end);
  });

  it('says how far it is', async () => {
    const { runner, told } = waiting({ also: true });
    runner.become('voice', { ...RUNNING, stage: 'training' });
    runner.become('j', { status: 'waiting', why: 'voice', since: 1, key: 'voice:v' });
    runner.become('other', RUNNING);
    runner.become('j', RUNNING);
    expect(told).toEqual(['clone: training', 'speak: waiting for the voice', 'speak: speaking']);
  });

  it('lets go of everything at its end', async () => {
    const { runner, endAfter } = waiting({ state: offline(), also: true });
    runner.become('voice', offline());
    runner.become('j', DONE);
    await endAfter(0);
    expect(runner.listeners).toBe(0);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('begins nothing where the job was settled before, whatever the other waits for', async () => {
    const { runner, endAfter } = waiting({ state: DONE, also: true });
    runner.become('voice', offline());
    await endAfter(0);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('without a network', () => {
  it('the job is left in the queue when patience is at its end, with what stands in the way', async () => {
    const { runner, endAfter } = waiting();
    runner.become('j', offline());
    expect(await endAfter(9.9)).toBe('still waiting');
    expect(await endAfter(0.2)).toEqual(left());
  });

  it('with no patience it is left at once', async () => {
    const { runner, endAfter } = waiting({ patience: 0 });
    runner.become('j', offline());
    expect(await endAfter(0.001)).toEqual(left());
  });

  it('tries that fail again do not lengthen it, and the last fault is told', async () => {
    const { runner, endAfter } = waiting();
    runner.become('j', offline('first'));
    for (let second = 1; second <= 3; second++) {
      await endAfter(3);
      runner.become('j', TURN);
      runner.become('j', RUNNING);
      runner.become('j', offline(`try ${second}`));
    }
    expect(await endAfter(2)).toEqual(left('try 3'));
  });

  it('a try that is under way when patience ends is left alone, and may succeed', async () => {
    const { runner, endAfter } = waiting();
    runner.become('j', offline());
    await endAfter(9);
    runner.become('j', RUNNING);
    expect(await endAfter(60)).toBe('still waiting');
    runner.become('j', DONE);
    expect(await endAfter(0)).toMatchObject({ ok: true });
  });

  it('a try that comes back after patience ended is the last', async () => {
    const { runner, endAfter } = waiting();
    runner.become('j', offline('first'));
    await endAfter(9);
    runner.become('j', RUNNING);
    await endAfter(60);
    runner.become('j', offline('second'));
    expect(await endAfter(0)).toEqual(left('second'));
  });

  it.each<{ what: string; state: JobState; notes?: Record<string, string> }>([
    { what: 'it wrote a note', state: offline(), notes: { 'sample-0': '/a' } },
    { what: 'the server answered that it is full', state: { status: 'waiting', why: 'capacity', since: 1 } },
    { what: 'it waits for its voice', state: { status: 'waiting', why: 'voice', since: 1, key: 'voice:v' } },
  ])('patience begins anew once the job got further: $what', async ({ state, notes }) => {
    const { runner, endAfter } = waiting();
    runner.become('j', offline());
    await endAfter(9);
    runner.become('j', state, notes);
    expect(await endAfter(5)).toBe('still waiting');
    runner.become('j', offline('again'), notes);
    expect(await endAfter(4.9)).toBe('still waiting');
    expect(await endAfter(5.2)).toEqual(left('again'));
  });

  it('the voice it waits for counts as well', async () => {
    const { runner, endAfter } = waiting({ also: true });
    runner.become('j', { status: 'waiting', why: 'voice', since: 1, key: 'voice:v' });
    runner.become('voice', offline());
    expect(await endAfter(10.1)).toEqual(left());
  });

  it('another job does not', async () => {
    const { runner, endAfter } = waiting();
    runner.become('other', offline());
    runner.become('voice', offline());
    expect(await endAfter(100)).toBe('still waiting');
  });

  it('patience ends with the voice', async () => {
    const { runner, endAfter } = waiting({ also: true });
    runner.become('voice', offline());
    await endAfter(9);
    runner.become('voice', DONE);
    runner.become('j', RUNNING);
    expect(await endAfter(100)).toBe('still waiting');
  });
});

describe('Ctrl-C', () => {
  const stopped = { ok: false, fault: { code: 'stopped' } };

  it('ends the waiting', async () => {
    const { runner, stop, endAfter } = waiting();
    runner.become('j', RUNNING);
    stop.abort();
    expect(await endAfter(0)).toEqual(stopped);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('that came before the waiting began ends it too', async () => {
    const { runner, endAfter } = waiting({ aborted: true });
    expect(await endAfter(0)).toEqual(stopped);
    expect([runner.started, runner.listeners, vi.getTimerCount()]).toEqual([0, 0, 0]);
  });
});
