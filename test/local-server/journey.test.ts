import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WireVoice } from '../../electron/a2e/wire.ts';
import type { LocalServer } from '../../electron/local-server/local-server.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import {
  call,
  settledVoice,
  spokenUrl,
  spokenWav,
  startedServer,
  temporaryFolder,
  trainingOf,
  type UploadLink,
  uploaded,
} from './serving.ts';

let server: LocalServer;
let folder: string;
let removeFolder: () => Promise<void>;

beforeAll(async () => {
  ({ folder, remove: removeFolder } = await temporaryFolder());
  server = await startedServer({ folder });
});

afterAll(async () => {
  await server.close();
  await removeFolder();
});

interface VoiceGroup {
  readonly children: readonly { readonly value: string; readonly stock_voice: string }[];
}

async function heard(url: string) {
  const response = await fetch(url);
  const bytes = new Uint8Array(await response.arrayBuffer());
  const decoded = decodeWav(bytes);
  if (!decoded.ok) throw new Error(decoded.fault.code);
  const { samples, sampleRate } = decoded.value;
  const level = Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length);
  return { response, sampleRate, seconds: samples.length / sampleRate, level, bytes };
}

async function stockVoice(name: string): Promise<string> {
  const { body } = await call<VoiceGroup[]>(server.url, 'anchor/voice_list?country=en');
  const voices = body.data.flatMap(({ children }) => children);
  return voices.find(({ stock_voice }) => stock_voice === name)?.value ?? '';
}

const AS_CLONE = { country: 'en', region: 'US' };

describe('from a sample to speech', () => {
  test('a woman’s sample is uploaded, trained, and speaks with the stock voice nearest in pitch', async () => {
    const bytes = await spokenWav('slt');
    const sample = await uploaded(server.url, bytes);
    const head = await fetch(sample, { method: 'HEAD' });
    expect(head.status).toBe(200);
    expect(head.headers.get('content-type')).toBe('audio/wav');
    expect(head.headers.get('content-length')).toBe(String(bytes.length));
    expect(new Uint8Array(await (await fetch(sample)).arrayBuffer())).toEqual(bytes);

    const sent = await call(server.url, 'userVoice/training', trainingOf(sample));
    expect(sent.status).toBe(200);
    expect(sent.body.trace_id).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent.body.data).toMatchObject({
      ...{ _id: expect.stringMatching(/^[0-9a-f]{24}$/), name: 'Ada', voice_urls: [sample] },
      ...{ model: 'a2e', lang: 'en', gender: 'female', current_status: 'sent' },
      createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    });
    const id = sent.body.data._id;
    const voice = await settledVoice(server.url, id);
    expect(voice).toMatchObject({ current_status: 'completed', stock_voice: 'slt' });
    const finished = await call<WireVoice[]>(server.url, 'userVoice/completedRecord');
    expect(finished.body.data.map(({ _id }) => _id)).toContain(id);
    expect((await call(server.url, 'userVoice/processingRecord')).body.data).toEqual([]);

    const spoken = await call<string>(server.url, 'video/send_tts', {
      ...AS_CLONE,
      ...{ msg: 'Hello, this is a short text.', user_voice_id: id, speechRate: 1 },
    });
    expect(spoken.body).toMatchObject({ code: 0, stock_voice: 'slt' });
    const sound = await heard(spoken.body.data);
    expect(sound.response.headers.get('content-type')).toBe('audio/wav');
    expect(sound.sampleRate).toBe(16_000);
    expect(sound.seconds).toBeGreaterThan(1);
    expect(sound.seconds).toBeLessThan(4);
    expect(sound.level).toBeGreaterThan(0.01);
  });

  test('a man’s sample gets the man’s stock voice, whatever gender was ticked', async () => {
    const sample = await uploaded(server.url, await spokenWav('rms'));
    const sent = await call(server.url, 'userVoice/training', trainingOf(sample));
    const voice = await settledVoice(server.url, sent.body.data._id);
    expect(voice).toMatchObject({ current_status: 'completed', stock_voice: 'rms', gender: 'female' });
  });

  test('half the rate lasts twice as long, twice the rate half as long', async () => {
    const tts_id = await stockVoice('slt');
    const seconds = [];
    for (const speechRate of [0.5, 1, 2]) {
      const body = { msg: 'The rate of speech can be chosen.', tts_id, speechRate };
      seconds.push((await heard(await spokenUrl(server.url, body))).seconds);
    }
    const [slow = 0, plain = 0, fast = 0] = seconds;
    expect(slow / plain).toBeCloseTo(2, 1);
    expect(fast / plain).toBeCloseTo(0.5, 1);
  });

  test('a text of exactly 1000 characters is spoken whole', async () => {
    const msg = 'This is one more plain sentence of the long text. '.repeat(20);
    expect(msg).toHaveLength(1000);
    const url = await spokenUrl(server.url, { msg, tts_id: await stockVoice('rms') });
    expect((await heard(url)).seconds).toBeGreaterThan(40);
  });

  test('accents, curly quotes, emoji and control characters do no harm', async () => {
    const msg = 'José said: “It’s 5 € in the café” \u0000\u001b[2J 🙂 — naïve, isn’t it?';
    const url = await spokenUrl(server.url, { msg, tts_id: await stockVoice('awb') });
    expect((await heard(url)).seconds).toBeGreaterThan(2);
  });

  test('a deleted voice is gone with its sample, but not a sample that another voice uses', async () => {
    const sample = await uploaded(server.url, await spokenWav('rms'));
    const ids = [];
    for (let i = 0; i < 2; i++) {
      const sent = await call(server.url, 'userVoice/training', trainingOf(sample));
      await settledVoice(server.url, sent.body.data._id);
      ids.push(sent.body.data._id);
    }
    expect((await call(server.url, `userVoice/${ids[0]}`, undefined, 'DELETE')).body.code).toBe(0);
    expect((await call(server.url, `userVoice/${ids[0]}`)).status).toBe(404);
    expect((await call(server.url, `userVoice/${ids[0]}`, undefined, 'DELETE')).status).toBe(404);
    expect((await fetch(sample)).status).toBe(200);
    expect((await call(server.url, `userVoice/${ids[1]}`, undefined, 'DELETE')).body.code).toBe(0);
    expect((await fetch(sample)).status).toBe(404);
  });

  test('nothing half written is left in the folder', async () => {
    const names = await readdir(folder, { recursive: true });
    expect(names.filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(names).toContain('voices.json');
    expect(names).toContain(join('speech'));
  });
});

describe('the small calls', () => {
  const GROUPS = [
    { label: 'female', children: [{ stock_voice: 'slt' }] },
    { label: 'male', children: [{ stock_voice: 'rms' }, { stock_voice: 'awb' }] },
  ];
  test.each([
    ['credits are a constant', 'user/remainingCoins', undefined, { coins: 1000, diamonds: 0 }],
    ['only English is spoken', 'anchor/language_list', {}, [{ value: 'en', label: 'English' }]],
    ['the list of languages by GET', 'anchor/language_list', undefined, [{ value: 'en', label: 'English' }]],
    ['stock voices in groups', 'anchor/voice_list', undefined, GROUPS],
    ['no stock voice speaks German', 'anchor/voice_list?country=de&region=DE', undefined, []],
    [
      'a text is told to be German',
      'video/lang_classify',
      { msg: 'Das ist nicht gut für mich und dich.' },
      'de',
    ],
    ['a text is told to be English', 'video/lang_classify', { msg: 'That is not good for me or you.' }, 'en'],
  ])('%s', async (_name, path, body, data) => {
    const reply = await call(server.url, path, body);
    expect(reply.body.code).toBe(0);
    expect(reply.body.data).toMatchObject(data as object);
  });

  test('the older name of the upload call answers the same', async () => {
    const { body } = await call<UploadLink>(server.url, 'r2/get_upload_presigned_url', {
      key: 'a b/../ü.wav',
    });
    expect(body.data).toMatchObject({ bucket: 'this-computer', expiresIn: 900 });
    expect(body.data.key).toMatch(/^[0-9a-f]{32}-[A-Za-z0-9._-]+$/);
    expect(body.data.key).not.toContain('..');
    expect(body.data.cdnUrl).toBe(`${server.url}/files/samples/${body.data.key}`);
    const put = await fetch(body.data.uploadUrl, {
      ...{ method: 'PUT', headers: { 'Content-Type': 'audio/x-wav' }, body: new Uint8Array(10) },
    });
    expect(put.status).toBe(200);
    expect((await fetch(body.data.cdnUrl)).headers.get('content-type')).toBe('audio/x-wav');
  });
});
