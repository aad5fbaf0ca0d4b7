import { describe, expect, test } from 'vitest';
import type { Job, JobState } from '../../electron/jobs/job.ts';
import { type JobEvent, moveJob } from '../../electron/jobs/move-job.ts';

const states = {
  turn: { status: 'waiting', why: 'turn', since: 1 },
  network: { status: 'waiting', why: 'network', since: 1, retryAt: 50, fault: { code: 'offline' } },
  voice: { status: 'waiting', why: 'voice', since: 1, key: 'voice:7' },
  running: { status: 'running', since: 2 },
  done: { status: 'done', at: 3, result: 'clip' },
  failed: { status: 'failed', at: 3, fault: { code: 'broke' } },
  canceled: { status: 'canceled', at: 3 },
} as const satisfies Record<string, JobState>;

type From = keyof typeof states;

function jobIn(state: JobState): Job {
  const notes = { paid: 'yes', path: 'a.wav' };
  return { id: 'a', kind: 'k', lane: 'l', input: null, notes, tries: 2, createdAt: 0, state };
}

const now = 100;
const events = {
  start: { is: 'start' },
  stage: { is: 'stage', name: 'upload' },
  note: { is: 'note', key: 'next', value: 5 },
  done: { is: 'done', result: 'new clip' },
  fail: { is: 'fail', fault: { code: 'bad-text' } },
  waitForTime: { is: 'wait', why: 'network', tries: 3, retryAt: 900, fault: { code: 'offline' } },
  waitForKey: { is: 'wait', why: 'voice', tries: 3, key: 'voice:7' },
  wake: { is: 'wake' },
  putBack: { is: 'put-back' },
  cancel: { is: 'cancel' },
  retry: { is: 'retry', forget: ['paid'] },
} as const satisfies Record<string, JobEvent>;

const newTurn: JobState = { status: 'waiting', why: 'turn', since: now };

describe('a job moves', () => {
  const moves: readonly (readonly [string, From, keyof typeof events, Partial<Job>])[] = [
    ['to running when its turn comes', 'turn', 'start', { state: { status: 'running', since: now } }],
    [
      'through its stages without running any shorter',
      'running',
      'stage',
      { state: { status: 'running', since: 2, stage: 'upload' } },
    ],
    [
      'nowhere when a note is written',
      'running',
      'note',
      { state: states.running, notes: { paid: 'yes', path: 'a.wav', next: 5 } },
    ],
    ['nowhere when a canceled run writes a last note', 'canceled', 'note', { state: states.canceled }],
    ['to done', 'running', 'done', { state: { status: 'done', at: now, result: 'new clip' } }],
    [
      'from canceled to done when the run was done all the same',
      'canceled',
      'done',
      { state: { status: 'done', at: now, result: 'new clip' } },
    ],
    [
      'from waiting for the disk to done',
      'turn',
      'done',
      { state: { status: 'done', at: now, result: 'new clip' } },
    ],
    ['to failed', 'running', 'fail', { state: { status: 'failed', at: now, fault: { code: 'bad-text' } } }],
    [
      'to waiting for a time',
      'running',
      'waitForTime',
      {
        tries: 3,
        state: { status: 'waiting', why: 'network', since: now, retryAt: 900, fault: { code: 'offline' } },
      },
    ],
    [
      'to waiting for a key',
      'running',
      'waitForKey',
      { tries: 3, state: { status: 'waiting', why: 'voice', since: now, key: 'voice:7' } },
    ],
    ['to waiting for its turn when its key is released', 'voice', 'wake', { tries: 2, state: newTurn }],
    [
      'to waiting for its turn when its time comes, its last fault in sight',
      'network',
      'wake',
      { tries: 2, state: { ...newTurn, fault: { code: 'offline' } } },
    ],
    [
      'back to its turn when the process closes, the try not counted',
      'running',
      'putBack',
      { tries: 2, state: newTurn },
    ],
    ['from running to canceled', 'running', 'cancel', { state: { status: 'canceled', at: now } }],
    ['from waiting to canceled', 'voice', 'cancel', { state: { status: 'canceled', at: now } }],
    [
      'from failed back to its turn, some notes dropped',
      'failed',
      'retry',
      { tries: 0, notes: { path: 'a.wav' }, state: newTurn },
    ],
    ['from canceled back to its turn', 'canceled', 'retry', { tries: 0, state: newTurn }],
  ];
  test.each(moves)('%s', (_, from, event, expected) => {
    const job = jobIn(states[from]);
    const before = structuredClone(job);
    const moved = moveJob(job, events[event], now);
    expect(moved).toMatchObject({ ok: true });
    if (!moved.ok) return;
    for (const [field, value] of Object.entries(expected)) expect(moved.value).toHaveProperty(field, value);
    expect(job).toEqual(before);
  });
});

describe('a job does not move', () => {
  const refused: Readonly<Record<From, readonly (keyof typeof events)[]>> = {
    turn: ['stage', 'fail', 'waitForTime', 'putBack', 'retry'],
    network: ['stage', 'fail', 'waitForTime', 'putBack', 'retry'],
    voice: ['stage', 'fail', 'waitForKey', 'putBack', 'retry'],
    running: ['start', 'wake', 'retry'],
    done: ['start', 'stage', 'done', 'fail', 'waitForTime', 'wake', 'putBack', 'cancel', 'retry'],
    failed: ['start', 'stage', 'done', 'fail', 'waitForTime', 'wake', 'putBack', 'cancel'],
    canceled: ['start', 'stage', 'fail', 'waitForTime', 'wake', 'putBack', 'cancel'],
  };
  const cases = Object.entries(refused).flatMap(([from, names]) =>
    names.map((event) => [from as From, event] as const),
  );
  test.each(cases)('from %s by %s', (from, event) => {
    expect(moveJob(jobIn(states[from]), events[event], now)).toMatchObject({
      ok: false,
      fault: { code: 'job-move-refused' },
    });
  });
});
