import { describe, expect, it } from 'vitest';
import { isCertainlyGone } from '../../electron/a2e/voices.ts';
import { faultOf, fine, successOf, TOKEN, withServer } from './with-server.ts';

const bench = withServer();
const TRAIN = 'POST /api/v1/userVoice/training';
const COMPLETED = 'GET /api/v1/userVoice/completedRecord';
const PROCESSING = 'GET /api/v1/userVoice/processingRecord';
const ONE = 'GET /api/v1/userVoice/v1';
const DELETE = 'DELETE /api/v1/userVoice/v1';
const TRAINING = {
  name: 'Ada',
  sampleUrls: ['https://cdn.example/takes/take.wav'],
  model: 'a2e',
  language: 'en',
  gender: 'female',
} as const;

function record(id: string, more: object = {}) {
  return { _id: id, name: 'Ada', voice_urls: TRAINING.sampleUrls, current_status: 'completed', ...more };
}

describe('train', () => {
  it('sends the sample and the choices, and answers the record', async () => {
    bench.server.on(
      TRAIN,
      fine(record('v1', { lang: 'en', gender: 'female', model: 'a2e', current_status: 'sent' })),
    );
    expect(successOf(await bench.client().train(TRAINING))).toEqual({
      id: 'v1',
      name: 'Ada',
      sampleUrls: TRAINING.sampleUrls,
      status: 'running',
      wireStatus: 'sent',
      model: 'a2e',
      language: 'en',
      gender: 'female',
    });
    expect(JSON.parse(String(bench.server.received[0]?.body))).toEqual({
      name: 'Ada',
      voice_urls: TRAINING.sampleUrls,
      model: 'a2e',
      language: 'en',
      gender: 'female',
    });
  });
});

describe('the record of a voice', () => {
  it.each([
    ['in a list of one', [record('v1')]],
    ['wrapped once more', { user: { _id: 'u1' }, record: record('v1') }],
    ['with its id spelled otherwise', { ...record(''), id: 'v1' }],
  ])('is found %s', async (_name, data) => {
    bench.server.on(TRAIN, fine(data));
    expect(successOf(await bench.client().train(TRAINING))).toMatchObject({ id: 'v1', name: 'Ada' });
  });

  it('is never another thing that has an id', async () => {
    bench.server.on(TRAIN, fine({ user: { _id: 'u1' } }));
    expect(faultOf(await bench.client().train(TRAINING)).code).toBe('bad-answer');
  });

  it.each([
    ['completed', 'completed'],
    ['success', 'completed'],
    ['Completed', 'completed'],
    ['sent', 'running'],
    ['processing', 'running'],
    ['initialized', 'running'],
    ['something new', 'running'],
    ['failed', 'failed'],
    ['fail', 'failed'],
    ['error', 'failed'],
  ])('the status %s is %s', async (wireStatus, status) => {
    bench.server.on(ONE, fine(record('v1', { current_status: wireStatus })));
    expect(successOf(await bench.client().voice('v1'))).toMatchObject({ status, wireStatus });
  });

  it.each([
    ['its message', { failed_message: `too noisy, ${TOKEN}`, failed_code: 3 }, 'too noisy, [token]'],
    ['its code', { failed_code: 3 }, 'code 3'],
    ['nothing', {}, undefined],
  ])('a failure comes with %s', async (_name, more, failure) => {
    bench.server.on(ONE, fine(record('v1', { current_status: 'failed', ...more })));
    expect(successOf(await bench.client().voice('v1')).failure).toBe(failure);
  });

  it('both spellings of the language, the speaker and the stock voice are read', async () => {
    bench.server.on(ONE, fine(record('v1', { language: 'de', speaker_id: 'sp', stock_voice: 'Aria' })));
    expect(successOf(await bench.client().voice('v1'))).toMatchObject({
      language: 'de',
      speakerId: 'sp',
      stock: 'Aria',
    });
  });

  it('an empty speaker and missing fields are left out', async () => {
    bench.server.on(ONE, fine({ _id: 'v1', speaker_id: '', name: 7, voice_urls: null, model: null }));
    expect(successOf(await bench.client().voice('v1'))).toEqual({
      id: 'v1',
      name: '',
      sampleUrls: [],
      status: 'running',
      wireStatus: '',
    });
  });
});

describe('one voice', () => {
  it.each([
    ['404', { status: 404 }],
    ['405', { status: 405 }],
    ['null', fine(null)],
    ['a refusal', { json: { code: 400, msg: 'bad id' } }],
    ['a web page', { body: '<html>' }],
    ['another voice', fine(record('other'))],
    ['a broken server', { status: 500 }],
  ])('where its own path answers %s the lists are asked', async (_name, behaviour) => {
    bench.server.on(ONE, behaviour);
    bench.server.on(PROCESSING, fine([record('v1', { current_status: 'processing' })]));
    bench.server.on(COMPLETED, fine([]));
    expect(successOf(await bench.client().voice('v1'))).toMatchObject({ id: 'v1', status: 'running' });
  });

  it('is certainly gone where both lists are read and it is in neither', async () => {
    bench.server.on(PROCESSING, fine([]));
    bench.server.on(COMPLETED, fine([]));
    const fault = faultOf(await bench.client().voice('v1'));
    expect([fault.code, isCertainlyGone(fault)]).toEqual(['not-found', true]);
  });

  it('is not certainly gone where the trainings under way cannot be read', async () => {
    bench.server.on(COMPLETED, fine([]));
    const fault = faultOf(await bench.client().voice('v1'));
    expect([fault.code, isCertainlyGone(fault)]).toEqual(['not-found', false]);
  });

  it('a server that broke does not make a voice not-found', async () => {
    bench.server.on(ONE, { status: 500 });
    bench.server.on(PROCESSING, fine([]));
    bench.server.on(COMPLETED, fine([]));
    expect(faultOf(await bench.client().voice('v1')).code).toBe('server-error');
  });

  it('a refused token is told at once', async () => {
    bench.server.on(ONE, { status: 401 });
    expect(faultOf(await bench.client().voice('v1')).code).toBe('token-refused');
    expect(bench.server.received).toHaveLength(1);
  });

  it.each([
    ['a/b?c#d', '/api/v1/userVoice/a%2Fb%3Fc%23d'],
    ['a b', '/api/v1/userVoice/a%20b'],
    ['%2e%2e', '/api/v1/userVoice/%252e%252e'],
  ])('the id %s is encoded', async (id, path) => {
    bench.server.on(`GET ${path}`, fine(record(id)));
    successOf(await bench.client().voice(id));
    expect(bench.server.received[0]?.path).toBe(path);
  });

  it.each(['', '.', '..', 'ü'])('the id %j names nothing and is not sent', async (id) => {
    expect(faultOf(await bench.client().removeVoice(id)).code).not.toBe('refused');
    expect(bench.server.received.filter(({ method }) => method === 'DELETE')).toHaveLength(0);
  });
});

describe('all voices', () => {
  it('joins both lists, the finished record counting, and skips what has no id', async () => {
    bench.server.on(PROCESSING, fine([record('v1', { current_status: 'processing' }), record('v2'), null]));
    bench.server.on(COMPLETED, fine([record('v1'), { name: 'no id' }, 'text']));
    const { voices } = successOf(await bench.client().voices());
    expect(voices.map(({ id, status }) => `${id} ${status}`)).toEqual(['v1 completed', 'v2 completed']);
  });

  it('reads the trainings under way first, so that none slips through between the lists', async () => {
    bench.server.on(PROCESSING, fine([]));
    bench.server.on(COMPLETED, fine([]));
    await bench.client().voices();
    expect(bench.server.received.map(({ path }) => path.split('/').at(-1))).toEqual([
      'processingRecord',
      'completedRecord',
    ]);
  });

  it.each(['list', 'records', 'items', 'data'])('a list in data.%s is read', async (name) => {
    bench.server.on(COMPLETED, fine({ [name]: [record('v1')] }));
    expect(successOf(await bench.client().voices()).voices).toHaveLength(1);
  });

  it.each([null, 'text', 7, {}, { list: 'text' }])('%j instead of a list is a bad answer', async (data) => {
    bench.server.on(COMPLETED, fine(data));
    expect(faultOf(await bench.client().voices()).code).toBe('bad-answer');
  });
});

describe('the list of all voices', () => {
  it.each([
    ['both lists were read', fine([]), true],
    ['the trainings under way cannot be read', { status: 404 }, false],
    ['a list comes in pages', fine({ list: [], total: 30 }), false],
  ])('is whole or not, where %s', async (_name, processing, isWhole) => {
    bench.server.on(PROCESSING, processing);
    bench.server.on(COMPLETED, fine([record('v1')]));
    expect(successOf(await bench.client().voices()).isWhole).toBe(isWhole);
  });

  it('says when a voice was made, where the server does', async () => {
    bench.server.on(
      COMPLETED,
      fine([record('v1', { createdAt: '2026-01-02T03:04:05.000Z' }), record('v2', { createdAt: 'soon' })]),
    );
    const { voices } = successOf(await bench.client().voices());
    expect(voices.map(({ createdAt }) => createdAt)).toEqual([1_767_323_045_000, undefined]);
  });
});

describe('the voice of a sample', () => {
  const find = () => bench.client().findBySample('https://cdn.example/takes/take.wav');

  it('is found by the path, wherever it moved and however it is encoded', async () => {
    const moved = 'https://other.example/t%61kes/take.wav?v=2';
    bench.server.on(PROCESSING, fine([record('v1', { voice_urls: ['https://x.example/', moved] })]));
    bench.server.on(COMPLETED, fine([record('v2', { voice_urls: ['https://cdn.example/takes/take2.wav'] })]));
    expect(successOf(await find())).toMatchObject({ voice: { id: 'v1' }, certain: true });
  });

  it('of several the one that did not fail is taken', async () => {
    bench.server.on(COMPLETED, fine([record('v1', { current_status: 'failed' }), record('v2')]));
    expect(successOf(await find())).toMatchObject({ voice: { id: 'v2' }, certain: true });
  });

  it('none is certain where both lists were read', async () => {
    bench.server.on(PROCESSING, fine([]));
    bench.server.on(COMPLETED, fine([record('v1', { voice_urls: ['not an address', '/takes/take.wav'] })]));
    expect(successOf(await find())).toEqual({ certain: true });
  });

  it.each([
    ['404', { status: 404 }],
    ['405', { status: 405 }],
    ['a web page', { body: '<html>' }],
    ['no list', fine({})],
    ['a refusal', { json: { code: 5, msg: 'no' } }],
    ['a page of a longer list', fine({ list: [], total: 30 })],
  ])('none is not certain where the trainings under way answer %s', async (_name, behaviour) => {
    bench.server.on(PROCESSING, behaviour);
    bench.server.on(COMPLETED, fine([]));
    expect(successOf(await find())).toEqual({ certain: false });
  });

  it('a failed one is not certain to be the only one where a list is missing', async () => {
    bench.server.on(COMPLETED, fine([record('v1', { current_status: 'failed' })]));
    expect(successOf(await find())).toMatchObject({ voice: { id: 'v1' }, certain: false });
  });

  it.each([
    ['a refused token', PROCESSING, { status: 401 }, 'token-refused'],
    ['a dropped connection', PROCESSING, 'drop-read', 'interrupted'],
    ['finished voices that cannot be read', COMPLETED, { status: 500 }, 'server-error'],
  ] as const)('%s is a fault, not an answer', async (_name, where, behaviour, code) => {
    bench.server.on(where, behaviour);
    expect(faultOf(await find()).code).toBe(code);
  });
});

describe('deleting a voice', () => {
  it.each([
    ['code 0', fine(null)],
    ['an empty 200', { body: '' }],
    ['204', { status: 204 }],
  ])('%s is done', async (_name, behaviour) => {
    bench.server.on(DELETE, behaviour);
    expect(successOf(await bench.client().removeVoice('v1'))).toMatchObject({ wasThere: true });
    expect(bench.server.count(DELETE)).toBe(1);
  });

  it('a 404 is done where the voice is not listed', async () => {
    bench.server.on(COMPLETED, fine([record('v2')]));
    expect(successOf(await bench.client().removeVoice('v1'))).toMatchObject({ wasThere: false });
  });

  it('a 404 is refused where the voice is still listed: nobody is told it is gone', async () => {
    bench.server.on(COMPLETED, fine([record('v1')]));
    expect(faultOf(await bench.client().removeVoice('v1')).code).toBe('refused');
  });

  it('a web page is no deletion', async () => {
    bench.server.on(DELETE, { body: '<html>' });
    expect(faultOf(await bench.client().removeVoice('v1')).code).toBe('bad-answer');
  });
});
