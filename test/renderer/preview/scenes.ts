import type { Snapshot } from '../../../electron/contract/calls.ts';
import type { Fault } from '../../../electron/result.ts';
import { clip, job, snapshot, take, voice } from '../examples.ts';

const now = Date.now();
const MINUTE = 60_000;
const REMOTE = 'https://video.a2e.ai';

const offline: Fault = { code: 'offline', detail: 'getaddrinfo ENOTFOUND video.a2e.ai' };
const refused: Fault = {
  code: 'refused',
  detail: 'The sample holds more than one speaker.',
  traceId: '0af7651916cd43dd8448eb211c80319c',
  status: 200,
};

const takes = [
  take('t1', 23, { createdAt: now - 4 * MINUTE }),
  take('t2', 6.4, {
    createdAt: now - 90 * MINUTE,
    state: { status: 'kept', recovered: true },
  }),
  take('t3', 41.7, {
    createdAt: now - 27 * 60 * MINUTE,
    source: { kind: 'file', fileName: 'reading at the kitchen table, second try.wav' },
  }),
];

const account: Snapshot['server'] = {
  id: REMOTE,
  name: 'video.a2e.ai',
  url: REMOTE,
  kind: 'remote',
  reach: { is: 'reachable' },
  coins: 1240,
  speaksWithStockVoices: false,
  textLimit: 1000,
  atOnce: 4,
  token: 'keyring',
};

const training = job('train-v2', {
  kind: 'clone',
  voiceId: 'v2',
  createdAt: now - 42_000,
  state: { status: 'running', since: now - 42_000, stage: 'processing' },
});

const voices = [
  voice('v1', { name: 'Maria, calm', createdAt: now - 50 * MINUTE, server: REMOTE }),
  voice('v2', {
    name: 'Maria reading',
    model: 'elevenlabs',
    takeIds: ['t3'],
    server: REMOTE,
    createdAt: now - 42_000,
    state: { status: 'processing', remoteId: 'r2', wireStatus: 'processing' },
  }),
  voice('v3', {
    name: 'Opa, for the audio guide of the little museum behind the mill',
    model: 'minimax',
    language: 'nl',
    gender: 'male',
    takeIds: ['gone'],
    server: REMOTE,
    createdAt: now - 90 * MINUTE,
    state: { status: 'failed', fault: refused, remoteId: 'r3' },
  }),
  voice('v4', {
    name: 'First try',
    createdAt: now - 26 * 60 * MINUTE,
    takeIds: ['t2'],
    state: { status: 'completed', remoteId: 'r4', stock: 'slt' },
  }),
];

const clips = [
  clip('c1', {
    text: 'Good morning. The museum opens at ten; the garden is open all day, and the coffee is on us.',
    voiceName: 'Maria, calm',
    createdAt: now - 9 * MINUTE,
    samples: 24_000 * 6,
  }),
  clip('c2', {
    text: 'Mind the step.',
    voiceName: 'First try',
    stock: 'slt',
    speed: 0.85,
    createdAt: now - 30 * MINUTE,
    samples: 24_000 * 1.4,
  }),
];

const jobs = [
  training,
  job('say-1', {
    text: 'In the next room you see the loom that Anna Visser used until she was ninety-one.',
    createdAt: now - 8_000,
    state: { status: 'waiting', why: 'network', since: now - 8_000, retryAt: now + 24_000, fault: offline },
  }),
  job('say-2', {
    text: 'Please do not touch it: it bites.',
    createdAt: now - 20_000,
    voiceId: 'v2',
    state: { status: 'waiting', why: 'voice', since: now - 20_000, key: 'voice:v2' },
  }),
  job('say-3', {
    text: 'It is all yours.',
    createdAt: now - 3_000,
    state: { status: 'running', since: now - 3_000 },
  }),
  job('say-4', {
    text: 'Thank you for coming.',
    createdAt: now - 3 * MINUTE,
    state: {
      status: 'failed',
      at: now - MINUTE,
      fault: { code: 'out-of-credits', traceId: 'c80319c0af76519' },
    },
  }),
];

const model = { download: { bytes: 98_336_520, host: 'github.com' } };

/** What the preview can show, by the name in its address. */
export const SCENES: Readonly<Record<string, () => Snapshot>> = {
  first: () => snapshot({ microphone: 'not-asked' }),
  full: () => snapshot({ server: account, takes, voices, clips, jobs }),
  local: () => snapshot({ takes, voices: voices.slice(3), clips: clips.slice(1) }),
  recovered: () => snapshot({ takes: takes.slice(1), notices: [{ is: 'takes-recovered', takeIds: ['t2'] }] }),
  denied: () => snapshot({ microphone: 'denied' }),
  keyless: () => snapshot({ server: { ...account, token: 'run' }, takes, voices, hasKeyring: false }),
  installing: () =>
    snapshot({ model: { ...model, state: { is: 'installing', step: 'downloading', done: 0.42 } } }),
  cloning: () => snapshot({ model: { ...model, state: { is: 'installed', bytes: 198_000_000, at: now } } }),
  broken: () =>
    snapshot({
      model: {
        ...model,
        state: { is: 'broken', fault: { code: 'model-changed', facts: { file: 'encoder.onnx' } } },
      },
    }),
  offline: () =>
    snapshot({
      server: { ...account, reach: { is: 'unreachable', fault: offline } },
      takes,
      voices,
      clips,
      jobs,
    }),
};
