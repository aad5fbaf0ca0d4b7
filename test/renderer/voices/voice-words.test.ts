import { expect, test } from 'vitest';
import { canSpeak, voiceProgressWords } from '../../../renderer/voices/voice-words.ts';
import { job, voice } from '../examples.ts';

const servers = [{ id: 'local', name: 'This computer' }];
const NOW = 50_000;
const fault = { code: 'refused' };
const processing = { status: 'processing', remoteId: 'r', wireStatus: 'processing' } as const;

test.each([
  ['is ready', voice('v'), true],
  ['is in training', voice('v', { state: processing }), true],
  ['could not be made', voice('v', { state: { status: 'failed', fault } }), false],
  ['lives on a server that is not in the list', voice('v', { server: 'https://api.example' }), false],
])('whether a voice that %s can be asked to speak', (_what, one, can) => {
  expect(canSpeak(one, servers)).toBe(can);
});

test('while its recording is sent, the words say how much has gone', () => {
  const one = voice('v', { state: { status: 'uploading' } });
  const upload = { id: 'j', sent: 2_100_000, total: 5_800_000 };
  expect(voiceProgressWords({ voice: one, job: undefined, upload, servers, now: NOW })).toBe(
    'uploading · 2.1 of 5.8\u00a0MB',
  );
});

test.each([
  ['ready', voice('v'), undefined, 'ready'],
  [
    'ready elsewhere',
    voice('v', { server: 'https://api.example' }),
    undefined,
    'made, but its server is not in your list; add it in Settings',
  ],
  [
    'in training',
    voice('v', { state: processing, createdAt: NOW - 9_000 }),
    undefined,
    'in training · 9\u00a0s',
  ],
  [
    'held up',
    voice('v', { state: processing }),
    job('j', { kind: 'clone', state: { status: 'waiting', why: 'network', since: 1 } }),
    expect.stringMatching(/^waiting for the network since \d/),
  ],
])('the words for a voice that is %s', (_what, one, held, words) => {
  expect(voiceProgressWords({ voice: one, job: held, servers, now: NOW })).toEqual(words);
});
