import { afterAll, beforeAll, expect, test } from 'vitest';
import type { WireVoice } from '../../electron/a2e/wire.ts';
import { AVATARS } from '../../electron/local-server/avatars.ts';
import type { LocalServer } from '../../electron/local-server/local-server.ts';
import { call, spokenWav, startedServer, temporaryFolder, trained, trainingOf, uploaded } from './serving.ts';

let server: LocalServer;
let removeFolder: () => Promise<void>;
let sample: string;
let voice: WireVoice;

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  removeFolder = remove;
  server = await startedServer({ folder });
  sample = await uploaded(server.url, await spokenWav('slt'));
  voice = await trained(server.url, trainingOf(sample));
});
afterAll(async () => {
  await server.close();
  await removeFolder();
});

const ID = expect.stringMatching(/^[0-9a-f]{24}$/);
const LINK = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\//);
const PRESIGNED = { uploadUrl: LINK, cdnUrl: LINK, key: expect.any(String), expiresIn: expect.any(Number) };
const RECORD = {
  ...{ _id: ID, name: 'Ada', voice_urls: [LINK], model: 'a2e', lang: 'en', gender: 'female' },
  ...{ createdAt: expect.stringMatching(/Z$/), updatedAt: expect.stringMatching(/Z$/) },
};
const DONE = { ...RECORD, current_status: 'completed' };
const SAY = { msg: 'Hello.', speechRate: 1 };

interface Row {
  readonly path: () => string;
  readonly body?: () => unknown;
  readonly method?: string;
  readonly data: unknown;
}

/** Every call that A2E is known to have, in the order in which they can be made, and what it answers as `data`. */
const ROWS: readonly Row[] = [
  {
    path: () => 'r2/get_upload_presigned_url',
    body: () => ({ key: 'a.wav' }),
    data: expect.objectContaining(PRESIGNED),
  },
  {
    path: () => 'r2/upload-presigned-url',
    body: () => ({ key: 'a.wav', contentType: 'audio/wav', contentLength: 4 }),
    data: expect.objectContaining(PRESIGNED),
  },
  {
    path: () => 'userVoice/training',
    body: () => trainingOf(sample),
    data: expect.objectContaining({ ...RECORD, current_status: 'sent' }),
  },
  {
    path: () => 'userVoice/completedRecord',
    data: expect.arrayContaining([expect.objectContaining(DONE)]),
  },
  { path: () => 'userVoice/processingRecord', data: expect.any(Array) },
  { path: () => `userVoice/${voice._id}`, data: expect.objectContaining(DONE) },
  {
    path: () => 'video/send_tts',
    body: () => ({ ...SAY, user_voice_id: voice._id, country: 'en', region: 'US' }),
    data: LINK,
  },
  { path: () => 'video/send_tts', body: () => ({ ...SAY, tts_id: 'f117e0000000000000000001' }), data: LINK },
  {
    path: () => 'anchor/voice_list?country=en&region=GB',
    data: [
      {
        ...{ label: 'male', value: 'male' },
        children: [{ label: expect.any(String), value: ID, stock_voice: 'awb' }],
      },
    ],
  },
  { path: () => 'tos/transferToStorage', body: () => ({ url: sample }), data: { url: LINK } },
  { path: () => 'user/remainingCoins', data: { coins: 1000, diamonds: 0 } },
  { path: () => 'anchor/language_list', body: () => ({}), data: [{ value: 'en', label: 'English' }] },
  { path: () => 'anchor/language_list', data: [{ value: 'en', label: 'English' }] },
  { path: () => 'video/lang_classify', body: () => ({ msg: 'How do you do today?' }), data: 'en' },
  {
    path: () => 'userVideoTwin/addVoiceClone',
    body: () => ({ _id: AVATARS[0]?.id }),
    data: expect.objectContaining({ _id: ID, voice_urls: [LINK], current_status: 'sent' }),
  },
  { path: () => `userVoice/${voice._id}`, method: 'DELETE', data: { _id: ID } },
];

test('every call of the protocol is answered as A2E answers it', async () => {
  for (const { path, body, method, data } of ROWS) {
    const reply = await call<unknown>(server.url, path(), body?.(), method);
    expect(reply, path()).toEqual({
      status: 200,
      body: expect.objectContaining({ code: 0, data, trace_id: expect.stringMatching(/^[0-9a-f-]{36}$/) }),
    });
  }
});
