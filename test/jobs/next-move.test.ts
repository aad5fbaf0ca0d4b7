import { describe, expect, test } from 'vitest';
import type { Outcome } from '../../electron/jobs/job.ts';
import type { JobEvent } from '../../electron/jobs/move-job.ts';
import { brokenBy, nextMove, type RunEnd, type RunFacts } from '../../electron/jobs/next-move.ts';

const plain: RunFacts = {
  closing: false,
  lostNote: undefined,
  gotFurther: false,
  released: new Set(),
  tries: 2,
  now: 1_000,
  random: 0.5,
};

const answered = (outcome: Outcome): RunEnd => ({ is: 'answered', outcome });
const done = answered({ is: 'done', result: 1 });
const failed = answered({ is: 'failed', fault: { code: 'bad-text' } });
const offline = answered({ is: 'waiting', why: 'network', fault: { code: 'offline' } });
const forVoice = answered({ is: 'waiting', why: 'voice', key: 'voice:7' });
const threw: RunEnd = { is: 'threw', error: new Error('x is not a function') };
const full = { lostNote: { code: 'journal-not-written', detail: 'ENOSPC' } };

describe('after a run', () => {
  const cases: readonly (readonly [string, RunEnd, Partial<RunFacts>, JobEvent])[] = [
    ['that is done the job is done', done, {}, { is: 'done', result: 1 }],
    ['that is done the job is done even while closing', done, { closing: true }, { is: 'done', result: 1 }],
    ['that is done the job is done even when a note was lost', done, full, { is: 'done', result: 1 }],
    ['that failed the job has failed', failed, {}, { is: 'fail', fault: { code: 'bad-text' } }],
    ['that failed while closing the job goes back', failed, { closing: true }, { is: 'put-back' }],
    ['that threw while closing the job goes back', threw, { closing: true }, { is: 'put-back' }],
    [
      'that threw the job is broken, with the message',
      threw,
      {},
      { is: 'fail', fault: { code: 'job-broke', detail: 'x is not a function' } },
    ],
    [
      'that threw because a note was lost the job waits for the disk',
      threw,
      full,
      { is: 'wait', why: 'disk', tries: 3, retryAt: 5_000, fault: full.lostNote },
    ],
    [
      'that lost a note and took it for a failure the job waits for the disk all the same',
      failed,
      full,
      { is: 'wait', why: 'disk', tries: 3, retryAt: 5_000, fault: full.lostNote },
    ],
    [
      'that waits the delay grows with the tries',
      offline,
      {},
      { is: 'wait', why: 'network', tries: 3, retryAt: 5_000, fault: { code: 'offline' } },
    ],
    [
      'that waits but wrote something new the count begins again',
      offline,
      { gotFurther: true },
      { is: 'wait', why: 'network', tries: 1, retryAt: 2_000, fault: { code: 'offline' } },
    ],
    [
      'that was asked to wait longer the job waits longer',
      answered({ is: 'waiting', why: 'capacity', retryAfterMs: 60_000 }),
      {},
      { is: 'wait', why: 'capacity', tries: 3, retryAt: 61_000 },
    ],
    [
      'that waits for a key no time is set',
      forVoice,
      {},
      { is: 'wait', why: 'voice', tries: 3, key: 'voice:7' },
    ],
    [
      'that waits for a key released meanwhile the job runs again at once',
      forVoice,
      { released: new Set(['voice:7']) },
      { is: 'wait', why: 'turn', tries: 3 },
    ],
    [
      'that waits for a key the release of another changes nothing',
      forVoice,
      { released: new Set(['voice:8']) },
      { is: 'wait', why: 'voice', tries: 3, key: 'voice:7' },
    ],
  ];
  test.each(cases)('%s', (_, end, facts, move) => {
    expect(nextMove(end, { ...plain, ...facts })).toEqual(move);
  });
});

describe('the fault of a broken job', () => {
  test('holds at most 300 characters', () => {
    expect(brokenBy(new Error('é'.repeat(400))).detail).toBe('é'.repeat(300));
  });
  test('does not hold the stack', () => {
    const error = new Error('oh');
    expect(brokenBy(error)).toEqual({ code: 'job-broke', detail: 'oh' });
  });
  test('names what was thrown when it is no error', () => {
    expect(brokenBy('just text').detail).toBe('just text');
  });
});
