import { expect, test } from 'vitest';
import {
  type SpokenRow,
  speakerOption,
  speakersInOrder,
  speechProblem,
  spokenRows,
  startingVoice,
} from '../../../renderer/speak/speech-rules.ts';
import { batch, clip, job, voice } from '../examples.ts';

const servers = [{ id: 'local', name: 'This computer' }];
const ready = voice('ready', { createdAt: 1 });
const training = voice('training', {
  createdAt: 2,
  state: { status: 'processing', remoteId: 'r', wireStatus: 'processing' },
});
const failed = voice('failed', { createdAt: 3, state: { status: 'failed', fault: { code: 'refused' } } });
const elsewhere = voice('elsewhere', { createdAt: 4, server: 'https://api.example' });
const all = [failed, elsewhere, training, ready];

test('voices that are ready stand first, those that cannot speak here say why', () => {
  expect(
    speakersInOrder(all, servers)
      .map((one) => speakerOption(one, servers))
      .map((option) => [option.value, option.note ?? option.because]),
  ).toEqual([
    ['ready', undefined],
    ['training', 'in training'],
    ['elsewhere', 'lives on api.example, which is not in your list'],
    ['failed', 'it could not be made'],
  ]);
});

test.each([
  ['the chosen voice, though in training', 'training', 'ready', 'training'],
  ['the one that spoke last', null, 'training', 'training'],
  ['the newest that is ready', null, null, 'ready'],
  ['another than the chosen, where that one is gone', 'deleted', null, 'ready'],
  ['none, where the chosen one lives on a server that is not in the list', 'elsewhere', null, undefined],
  ['none, where the chosen one could not be made', 'failed', 'ready', undefined],
  ['never one of a server that is not in the list', null, 'elsewhere', 'ready'],
])('the field starts with %s', (_what, chosen, last, id) => {
  expect(startingVoice({ voices: all, servers, chosen, last })?.id).toBe(id);
});

test('without any voice that can speak, the field is empty', () => {
  expect(
    startingVoice({ voices: [failed, elsewhere], servers, chosen: 'failed', last: null }),
  ).toBeUndefined();
});

test.each([
  [undefined, 'Hello', 'Choose a voice.'],
  [ready, ' \n', 'Write something first.'],
  [ready, 'x'.repeat(5_000_002), '2 characters too many.'],
  [ready, 'x'.repeat(12_000), null],
])('what keeps it from being spoken', (who, text, problem) => {
  expect(speechProblem({ text, voice: who })).toBe(problem);
});

test('a line gives its place to its clip; canceled lines and discarded clips are not shown', () => {
  const asked = job('say-1', { createdAt: 10, state: { status: 'done', at: 30, result: null } });
  const waiting = job('say-2', { createdAt: 20 });
  const canceled = job('say-3', { createdAt: 25, state: { status: 'canceled', at: 26 } });
  const spoken = clip('1', { jobId: 'say-1', createdAt: 30 });
  const discarded = clip('0', { jobId: 'say-0', state: { status: 'discarded', at: 1 } });
  const rows = spokenRows({ clips: [spoken, discarded], jobs: [asked, waiting, canceled], batches: [] });
  expect(rows.map(idOf)).toEqual(['say-2', '1']);
});

test('a line that failed stays, with its retry', () => {
  const failedLine = job('say-1', { state: { status: 'failed', at: 1, fault: { code: 'refused' } } });
  expect(spokenRows({ clips: [], jobs: [failedLine], batches: [] })).toHaveLength(1);
});

test('a batch stands among the clips by its time, and its own clips are not told twice', () => {
  const clips = [
    clip('before', { createdAt: 10 }),
    clip('after', { createdAt: 30 }),
    clip('line', { createdAt: 40, line: { batchId: 'b', lineId: '0' } }),
  ];
  const rows = spokenRows({ clips, jobs: [], batches: [batch('b', { createdAt: 20 })] });
  expect(rows.map(idOf)).toEqual(['after', 'b', 'before']);
});

function idOf(row: SpokenRow): string {
  if (row.is === 'batch') return row.batch.id;
  return row.is === 'clip' ? row.clip.id : row.job.id;
}
