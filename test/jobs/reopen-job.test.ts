import { describe, expect, test } from 'vitest';
import type { JobState } from '../../electron/jobs/job.ts';
import { reopenJob } from '../../electron/jobs/reopen-job.ts';

const now = 1_000;
const done: JobState = { status: 'done', at: 1, result: null };
const turnNow: JobState = { status: 'waiting', why: 'turn', since: now };
const byTime: JobState = { status: 'waiting', why: 'network', since: 900, retryAt: 5_000 };
const byKey: JobState = { status: 'waiting', why: 'voice', since: 900, key: 'voice:1' };

describe('the next process finds', () => {
  const cases: readonly (readonly [string, JobState, boolean, Partial<JobState>])[] = [
    ['what ran waiting for its turn', { status: 'running', since: 5, stage: 'upload' }, true, turnNow],
    ['what waited for a time as it was', byTime, true, byTime],
    ['what waited for a key as it was', byKey, true, byKey],
    [
      'what has waited since a time still to come (the clock was set back) ready',
      { ...byTime, since: 2_000 },
      true,
      turnNow,
    ],
    ['what is done as it was', done, true, done],
    ['what is done as it was even when it cannot be read', done, false, done],
    ['what cannot be read failed', byTime, false, { status: 'failed', at: now }],
  ];
  test.each(cases)('%s', (_, state, readable, expected) => {
    const job = { id: 'a', kind: 'k', lane: 'l', input: null, notes: {}, tries: 2, createdAt: 0, state };
    const found = reopenJob(job, { readable, now });
    expect(found.state).toMatchObject(expected);
    expect({ ...found, state }).toEqual(job);
  });
});
