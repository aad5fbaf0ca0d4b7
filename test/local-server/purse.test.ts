import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  call,
  elsewhere,
  inProcessFlite,
  settledVoice,
  spokenWav,
  startedServer,
  temporaryFolder,
  trainingOf,
  uploaded,
} from './serving.ts';

let folder: string;
const undo: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  const made = await temporaryFolder();
  folder = made.folder;
  undo.push(made.remove);
});
afterEach(async () => {
  for (const each of undo.splice(0).reverse()) await each();
});
async function start(more: { credits?: number; synthesizer?: typeof inProcessFlite } = {}) {
  const server = await startedServer({ folder, ...more });
  undo.push(server.close);
  return server;
}
const coins = async (url: string) =>
  (await call<{ coins: number }>(url, 'user/remainingCoins')).body.data.coins;
const speak = (url: string, msg: string) =>
  call<string>(url, 'video/send_tts', { msg, tts_id: 'f117e0000000000000000001' });

describe('the pretend balance', () => {
  it('is not charged until one is set', async () => {
    const { url } = await start();
    await speak(url, 'Hello.');
    expect(await coins(url)).toBe(1000);
  });

  it('goes down by a coin for each hundred characters, and is the same at the next start', async () => {
    const first = await start({ credits: 5 });
    await speak(first.url, 'Hello.');
    await speak(first.url, `${'Hello there. '.repeat(9)}`);
    expect(await coins(first.url)).toBe(2);
    await first.close();
    expect(await coins((await start()).url)).toBe(2);
  });

  it('runs out: the call is refused in words a client understands, and nothing is done', async () => {
    const { url } = await start({ credits: 1 });
    await speak(url, 'Hello.');
    const refused = await speak(url, 'Again.');
    expect([refused.status, refused.body.code]).toEqual([402, 402]);
    expect(refused.body.msg).toMatch(/insufficient credits/i);
    const sample = await uploaded(url, await spokenWav('slt'));
    expect((await call(url, 'userVoice/training', trainingOf(sample))).status).toBe(402);
    expect((await call<unknown[]>(url, 'userVoice/processingRecord')).body.data).toEqual([]);
  });

  it('gives back what was taken for work that failed', async () => {
    const broken = {
      ...inProcessFlite,
      speak: async () => ({ ok: false, fault: { code: 'synthesizer-failed' } }) as const,
    };
    const { url } = await start({ credits: 3, synthesizer: broken });
    expect((await speak(url, 'Hello.')).status).toBe(500);
    expect(await coins(url)).toBe(3);
  });

  it('can be set and taken away by a call', async () => {
    const { url } = await start();
    expect((await call(url, 'user/setCoins', { coins: 7 })).body.data).toMatchObject({ coins: 7 });
    expect((await call(url, 'user/setCoins', { coins: -1 })).status).toBe(400);
    await call(url, 'user/setCoins', { coins: null });
    await speak(url, 'Hello.');
    expect(await coins(url)).toBe(1000);
  });
});

describe('the rest of the voice API', () => {
  it('lists public voices of a language and region, grouped by gender', async () => {
    const { url } = await start();
    const list = async (query: string) =>
      (await call<{ children: { value: string }[] }[]>(url, `anchor/voice_list?${query}`)).body.data.flatMap(
        ({ children }) => children.map(({ value }) => value.slice(-1)),
      );
    expect(await list('country=en')).toEqual(['1', '2', '3']);
    expect(await list('country=en&region=GB')).toEqual(['3']);
    expect(await list('country=en-US&region=us')).toEqual(['1', '2']);
    expect(await list('country=en&region=')).toEqual(['1', '2', '3']);
    expect(await list('country=en&region=AU')).toEqual([]);
    expect(await list('country=de')).toEqual([]);
  });

  it('copies sound from elsewhere, and says why where it cannot', async () => {
    const { url } = await start();
    const wav = await spokenWav('slt', 'Hello.');
    const source = await elsewhere((request, response) => {
      const isPage = request.url === '/page';
      response.writeHead(200, { 'content-type': isPage ? 'text/html' : 'audio/wav' }).end(isPage ? 'x' : wav);
    });
    undo.push(source.close);
    const copied = await call<{ url: string }>(url, 'tos/transferToStorage', { url: `${source.url}/a.wav` });
    expect(new Uint8Array(await (await fetch(copied.body.data.url)).arrayBuffer())).toEqual(wav);
    const refused = await call(url, 'tos/transferToStorage', { url: `${source.url}/page` });
    expect([refused.status, refused.body.msg]).toEqual([400, expect.stringContaining('audio is needed')]);
    expect((await call(url, 'tos/transferToStorage', { url: 'file:///etc/passwd' })).status).toBe(400);
  });

  it('clones the voice of a pretend avatar, for what a training costs, and knows no other avatar', async () => {
    const { url } = await start({ credits: 15 });
    const list = await call<{ _id: string; name: string; stock_voice: string }[]>(
      url,
      'userVideoTwin/pretendAvatars',
    );
    const scot = list.body.data.find(({ stock_voice }) => stock_voice === 'awb');
    expect(scot?.name).toMatch(/^Pretend video/);
    const begun = await call(url, 'userVideoTwin/addVoiceClone', { _id: scot?._id });
    expect(begun.body.data).toMatchObject({ current_status: 'sent', gender: 'male', lang: 'en' });
    expect(await settledVoice(url, begun.body.data._id)).toMatchObject({
      current_status: 'completed',
      stock_voice: 'awb',
    });
    expect(await coins(url)).toBe(5);
    expect((await call(url, 'userVideoTwin/addVoiceClone', { _id: scot?._id })).status).toBe(402);
    expect((await call(url, 'userVideoTwin/addVoiceClone', { _id: 'a' })).status).toBe(404);
    expect((await call(url, 'userVideoTwin/addVoiceClone', {})).status).toBe(400);
  });
});
