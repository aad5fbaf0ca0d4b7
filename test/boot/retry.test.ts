import { describe, expect, it } from 'vitest';
import { retryJob } from '../../electron/boot/retry.ts';
import type { Job, JobState } from '../../electron/jobs/job.ts';
import type { JobRunner } from '../../electron/jobs/runner.ts';
import { ok } from '../../electron/result.ts';
import { aJob, fakeRunner } from '../command-line/fake-runner.ts';

const NOTES = { 'sample-0': '/a', submitting: { at: 1, count: 2 }, asking: { at: 1, coins: 2 }, spoken: {} };

/** A queue with one job; tells what a retry was to forget. */
function queue(kind: string, state: JobState) {
  const job: Job = { ...aJob('j', state, kind), notes: NOTES };
  const forgotten: unknown[] = [];
  const runner: JobRunner = {
    ...fakeRunner(job),
    async retry(id, forget) {
      forgotten.push([id, forget]);
      return ok(job);
    },
  };
  return { runner, forgotten };
}
const failed = (code: string, status?: number): JobState => ({
  ...{ status: 'failed', at: 1, fault: { code, ...(status !== undefined && { status }) } },
});

describe('a retry', () => {
  it.each<{ kind: string; state: JobState; forget: unknown }>([
    { kind: 'clone', state: failed('training-unknown'), forget: ['submitting'] },
    { kind: 'clone', state: failed('sample-unreachable'), forget: ['sample-0'] },
    { kind: 'clone', state: failed('training-failed'), forget: Object.keys(NOTES) },
    { kind: 'clone', state: failed('token-refused'), forget: [] },
    { kind: 'speak', state: failed('maybe-charged'), forget: ['asking'] },
    { kind: 'speak', state: failed('download-broken', 404), forget: ['asking', 'spoken'] },
    { kind: 'speak', state: failed('training-unknown'), forget: [] },
    { kind: 'speak', state: { status: 'canceled', at: 1 }, forget: [] },
    { kind: 'clone', state: { status: 'canceled', at: 1 }, forget: [] },
  ])('of a $kind job that is $state.status forgets $forget', async ({ kind, state, forget }) => {
    const { runner, forgotten } = queue(kind, state);
    expect((await retryJob(runner, 'j')).ok).toBe(true);
    expect(forgotten).toEqual([['j', forget]]);
  });

  it('of a job that is not there is refused', async () => {
    const { runner, forgotten } = queue('speak', failed('x'));
    expect(await retryJob(runner, 'k')).toMatchObject({ ok: false, fault: { code: 'job-not-found' } });
    expect(forgotten).toEqual([]);
  });
});
