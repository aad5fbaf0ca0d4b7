import { expect, test } from 'vitest';
import type { VoiceState } from '../../../../electron/cloning/voice/voice.ts';
import type { JobView } from '../../../../electron/contract/calls.ts';
import {
  creditWords,
  isWaitingForNetwork,
  jobWords,
  queueWords,
  serverWords,
  voiceProgress,
  voiceWords,
} from '../../../../renderer/parts/queue/state-words.ts';
import { batch, job, snapshot } from '../../examples.ts';

const NOW = 100_000;
const fault = { code: 'offline' };
const TIME = new Date(0).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });

const JOBS: readonly (readonly [JobView['state'], string])[] = [
  [{ status: 'waiting', why: 'turn', since: 0 }, 'waiting for its turn'],
  [
    { status: 'waiting', why: 'network', since: 0, retryAt: NOW + 12_000 },
    `waiting for the network since ${TIME} · tries again in 12\u00a0s`,
  ],
  [
    { status: 'waiting', why: 'network', since: 0, retryAt: NOW - 1 },
    `waiting for the network since ${TIME} · tries again now`,
  ],
  [{ status: 'waiting', why: 'voice', since: 0, key: 'voice:v' }, `waiting for the voice since ${TIME}`],
  [
    { status: 'waiting', why: 'capacity', since: 0, retryAt: NOW + 180_000 },
    `waiting: the server is busy since ${TIME} · tries again in 3\u00a0min`,
  ],
  [{ status: 'waiting', why: 'credits', since: 0 }, `waiting for credits since ${TIME}`],
  [{ status: 'waiting', why: 'disk', since: 0 }, `waiting for room on the disk since ${TIME}`],
  [{ status: 'running', since: NOW - 3_000 }, 'speaking 3\u00a0s'],
  [{ status: 'running', since: NOW - 3_000, stage: 'downloading' }, 'downloading 3\u00a0s'],
  [{ status: 'done', at: 1, result: null }, 'done'],
  [{ status: 'failed', at: 1, fault }, 'did not work'],
  [{ status: 'canceled', at: 1 }, 'canceled'],
];

test.each(JOBS)('job %j reads “%s”', (state, words) => {
  expect(jobWords({ kind: 'speak', state }, NOW)).toBe(words);
});

test('a running clone job that names no stage is making the voice', () => {
  expect(jobWords({ kind: 'clone', state: { status: 'running', since: NOW } }, NOW)).toBe(
    'making the voice 0\u00a0s',
  );
});

const running = job('r', { state: { status: 'running', since: 1 } });
const offline = job('n', { state: { status: 'waiting', why: 'network', since: 1 } });
const failed = job('f', { state: { status: 'failed', at: 1, fault } });
const done = job('d', { state: { status: 'done', at: 1, result: null } });

test.each([
  ['nothing at all', [], 'Nothing waiting'],
  ['only what is done', [done], 'Nothing waiting'],
  ['something failed', [done, failed], '1 did not work'],
  [
    'one waits for the network behind one waiting its turn',
    [job('t'), offline],
    '2 jobs\u00a0· waiting for the network',
  ],
  ['one works', [offline, running, done], '2 jobs\u00a0· working'],
  ['one waits its turn', [job('t')], '1 job\u00a0· waiting for its turn'],
])('the queue line with %s', (_what, jobs, words) => {
  expect(queueWords({ jobs, batches: [], isPaused: false })).toBe(words);
});

test.each([
  ['lines that are spoken', { waiting: 4, running: 1 }, false, '6 jobs\u00a0· working'],
  ['lines that wait their turn', { waiting: 4 }, false, '5 jobs\u00a0· waiting for its turn'],
  ['lines while all is paused', { waiting: 4 }, true, '5 jobs\u00a0· paused'],
  ['lines that are done', { done: 4 }, false, '1 job\u00a0· waiting for its turn'],
])('the queue line with a job and a batch of %s', (_what, counts, isPaused, words) => {
  expect(queueWords({ jobs: [job('t')], batches: [batch('b', { counts })], isPaused })).toBe(words);
});

test('the queue line says what the lines of a batch are held by', () => {
  const held = { status: 'waiting', why: 'network', since: 1 } as const;
  const batches = [batch('b', { counts: { waiting: 3 }, held })];
  expect(queueWords({ jobs: [], batches, isPaused: false })).toBe('3 jobs\u00a0· waiting for the network');
});

const VOICES: readonly (readonly [VoiceState, string, number, number | null])[] = [
  [{ status: 'waiting' }, 'waiting to be sent', 0, null],
  [{ status: 'uploading' }, 'uploading', 0, 0],
  [{ status: 'sent', remoteId: 'r' }, 'sent', 2, null],
  [{ status: 'processing', remoteId: 'r', wireStatus: 'processing' }, 'in training', 2, 2],
  [{ status: 'completed', remoteId: 'r' }, 'ready', 4, null],
  [{ status: 'failed', fault }, 'did not work', 0, null],
];

test.each(VOICES)('voice %j reads “%s” with %d stages behind', (state, words, done, doing) => {
  expect(voiceWords(state)).toBe(words);
  expect(voiceProgress(state)).toEqual({ done, doing });
});

const { server } = snapshot();

test.each([
  ['this computer, whatever its credits', { kind: 'local', coins: 1000 }, 'free'],
  ['an account with some', { kind: 'remote', coins: 12_400 }, '12,400 credits'],
  ['an account with one', { kind: 'remote', coins: 1 }, '1 credit'],
  ['an account with none', { kind: 'remote', coins: 0 }, '0 credits'],
  ['an account that has not said', { kind: 'remote' }, null],
] as const)('the credits of %s', (_what, part, words) => {
  expect(creditWords(part)).toBe(words);
});

test('a server that answered last time is not called reachable while a job waits for the network', () => {
  expect(serverWords(server, false)).toBe('reachable');
  expect(serverWords(server, [offline].some(isWaitingForNetwork))).toBe('waiting for the network');
  expect([job('t'), running, failed].some(isWaitingForNetwork)).toBe(false);
});
