import { describe, expect, it } from 'vitest';
import { faultOf, fine, successOf, withServer } from './with-server.ts';

const bench = withServer();
const VOICES = 'GET /api/v1/anchor/voice_list';
const POST_LANGUAGES = 'POST /api/v1/anchor/language_list';
const GET_LANGUAGES = 'GET /api/v1/anchor/language_list';
const DETECT = 'POST /api/v1/video/lang_classify';
const COPY = 'POST /api/v1/tos/transferToStorage';
const AVATAR = 'POST /api/v1/userVideoTwin/addVoiceClone';
const RUNNING = 'GET /api/v1/userVoice/processingRecord';

describe('public voices', () => {
  it('are asked for by language and region, and come with the gender of their group', async () => {
    bench.server.on(
      VOICES,
      fine([
        { label: 'Female', value: 'female', children: [{ label: 'Aria', value: 'id-1', ttsRate: 1.1 }, {}] },
        { label: '男声', value: '男', children: [{ label: 'Guy', value: 'id-2', stock_voice: 'rms' }] },
        { label: 'Other', value: 'x', children: [{ value: 'id-3' }] },
        { label: 'Alone', value: 'id-4' },
      ]),
    );
    expect(successOf(await bench.client().publicVoices({ country: 'en', region: 'US' }))).toEqual([
      { id: 'id-1', name: 'Aria', gender: 'female', rate: 1.1 },
      { id: 'id-2', name: 'Guy', gender: 'male', stock: 'rms' },
      { id: 'id-3', name: 'id-3' },
      { id: 'id-4', name: 'Alone' },
    ]);
    expect(bench.server.received[0]?.path).toBe('/api/v1/anchor/voice_list?country=en&region=US');
  });

  it.each([null, 'voices', { voices: [] }])('that are %j are no list', async (data) => {
    bench.server.on(VOICES, fine(data));
    expect(faultOf(await bench.client().publicVoices({})).code).toBe('bad-answer');
  });
});

describe('languages', () => {
  it('are asked for with POST, on 404 or 405 with GET, which is remembered', async () => {
    bench.server.on(POST_LANGUAGES, { status: 405 });
    bench.server.on(GET_LANGUAGES, fine([{ value: 'en', label: 'English' }, 'de', {}]));
    const client = bench.client();
    for (const _time of [1, 2])
      expect(successOf(await client.languages())).toEqual([
        { code: 'en', name: 'English' },
        { code: 'de', name: 'de' },
      ]);
    expect([bench.server.count(POST_LANGUAGES), bench.server.count(GET_LANGUAGES)]).toEqual([1, 2]);
  });

  it.each([
    ['en', 'en'],
    [{ lang: 'zh-CN' }, 'zh-CN'],
    [{ language: 'de' }, 'de'],
    ['English, I think', 'und'],
    [null, 'und'],
  ])('of a text as %j is %s', async (data, code) => {
    bench.server.on(DETECT, fine(data));
    expect(successOf(await bench.client().detectLanguage('Hello'))).toBe(code);
    expect(JSON.parse(String(bench.server.received[0]?.body))).toEqual({ msg: 'Hello' });
  });
});

describe('a file from elsewhere', () => {
  it.each([{ url: 'https://cdn.example/copy.wav' }, 'https://cdn.example/copy.wav'])(
    'is copied, its address told as %j',
    async (data) => {
      bench.server.on(COPY, fine(data));
      const copied = successOf(await bench.client().copyToStorage('https://else.example/a.wav'));
      expect(copied).toEqual({ url: 'https://cdn.example/copy.wav' });
    },
  );

  it('without an address of the copy is a bad answer', async () => {
    bench.server.on(COPY, fine({}));
    expect(faultOf(await bench.client().copyToStorage('https://else.example/a.wav')).code).toBe('bad-answer');
  });
});

describe('the voice of an avatar', () => {
  it.each([
    [{ _id: 'v1', name: 'Ada', current_status: 'sent', voice_urls: [] }, 'v1'],
    [null, undefined],
  ])('is cloned once, with a record of it or without', async (data, id) => {
    bench.server.on(AVATAR, fine(data));
    expect(successOf(await bench.client().cloneAvatarVoice('avatar-1'))?.id).toBe(id);
  });

  it('is not asked for again where the answer is lost', async () => {
    bench.server.on(AVATAR, 'drop-read');
    expect(faultOf(await bench.client().cloneAvatarVoice('avatar-1')).code).toBe('interrupted');
    expect(bench.server.count(AVATAR)).toBe(1);
  });
});

it('trainings under way are a list of their own', async () => {
  bench.server.on(RUNNING, fine({ rows: [{ _id: 'v1', current_status: 'processing' }] }));
  expect(successOf(await bench.client().running()).map(({ id }) => id)).toEqual(['v1']);
});

it('a by-id path that knows no voice of the lists is not asked again', async () => {
  const record = { _id: 'v1', current_status: 'processing' };
  bench.server.on(RUNNING, fine([record]));
  bench.server.on('GET /api/v1/userVoice/completedRecord', fine([]));
  const client = bench.client();
  for (const _time of [1, 2, 3]) expect(successOf(await client.voice('v1')).id).toBe('v1');
  expect(bench.server.count('GET /api/v1/userVoice/v1')).toBe(1);
  expect(bench.server.count('GET /api/v1/userVoice')).toBe(1);
});
