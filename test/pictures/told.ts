import type { JobView, ServerView } from '../../electron/contract/calls.ts';
import { clip, job, take, voice } from '../renderer/examples.ts';

const now = Date.now();
const MINUTE = 60_000;
const TRACE = '0af7651916cd43dd8448eb211c80319c';
/** Sixty characters, the most a name may have. */
const LONG_NAME = 'Grandfather Bartholomew reading from the old farm diaries, 2';
const WORDS = 'word '.repeat(60).trim();
const ELSEWHERE = 'https://video.a2e.ai';

/** An account with plenty of credits. */
export const account: ServerView = {
  id: ELSEWHERE,
  name: 'video.a2e.ai',
  url: ELSEWHERE,
  kind: 'remote',
  reach: { is: 'reachable' },
  coins: 12_400,
  speaksWithStockVoices: false,
  textLimit: 1000,
  atOnce: 4,
};

/** One from the microphone, one recovered, one from a file with a very long name. */
export const takes = [
  take('t1', 23.4, { createdAt: now - MINUTE }),
  take('t2', 8.2, { createdAt: now - 120 * MINUTE, state: { status: 'kept', recovered: true } }),
  take('t3', 31, {
    createdAt: now - 25 * 60 * MINUTE,
    source: {
      kind: 'file',
      fileName: 'reading at the kitchen table, second try, window closed, before lunch, final version.wav',
    },
  }),
];

/** Sixteen that are ready, some on this computer and one with a very long name. */
const ready = Array.from({ length: 16 }, (_, at) =>
  voice(`v${at}`, {
    name: at === 3 ? LONG_NAME : `Maria ${at}`,
    server: at % 5 === 4 ? 'local' : ELSEWHERE,
    createdAt: now - (at * 60 + 15) * MINUTE,
  }),
);

/** The newest first: one in training, one refused, one of which nobody knows whether it was taken on, and the ready. */
export const voices = [
  voice('training', {
    name: 'Maria reading',
    server: ELSEWHERE,
    createdAt: now - 42_000,
    state: { status: 'processing', remoteId: 'r', wireStatus: 'processing' },
  }),
  voice('refused', {
    name: LONG_NAME,
    server: ELSEWHERE,
    createdAt: now - 50_000,
    state: {
      status: 'failed',
      fault: {
        code: 'refused',
        detail: 'The sample holds more than one speaker.',
        traceId: TRACE,
        status: 200,
      },
    },
  }),
  voice('unclear', {
    name: 'Maria, once more',
    server: ELSEWHERE,
    createdAt: now - 60_000,
    state: { status: 'failed', fault: { code: 'training-unknown', traceId: TRACE } },
  }),
  ...ready,
];

/** Long texts, with spaces and without. */
export const clips = [
  clip('c1', { text: WORDS, voiceName: LONG_NAME, speed: 0.85 }),
  clip('c2', { text: 'a'.repeat(300), stock: 'slt', createdAt: 2_000 }),
];

/** Lines that failed, one of them perhaps paid; one that waits for its voice, one that is being spoken. */
export const lines: readonly JobView[] = [
  job('j1', {
    text: 'Thank you for coming.',
    createdAt: now - 9_000,
    state: { status: 'failed', at: now, fault: { code: 'maybe-charged', traceId: TRACE } },
  }),
  job('j2', {
    text: WORDS,
    createdAt: now - 8_000,
    state: { status: 'failed', at: now, fault: { code: 'out-of-credits', traceId: TRACE } },
  }),
  job('j3', {
    text: 'Please do not touch it: it bites.',
    createdAt: now - 7_000,
    voiceId: 'training',
    state: { status: 'waiting', why: 'voice', since: now, key: 'voice:training' },
  }),
  job('j4', {
    text: 'It is all yours.',
    createdAt: now - 6_000,
    state: { status: 'running', since: now - 3_000 },
  }),
];
