import { readdir, readFile, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { WireVoice } from '../../electron/a2e/wire.ts';
import { type LocalServer, startLocalServer } from '../../electron/local-server/local-server.ts';
import {
  call,
  elsewhere,
  inProcessFlite,
  settledVoice,
  spokenUrl,
  spokenWav,
  startedServer,
  TOKEN,
  temporaryFolder,
  trained,
  trainingOf,
  uploaded,
} from './serving.ts';

let folder: string;
let removeFolder: () => Promise<void>;
let server: LocalServer | undefined;

beforeEach(async () => {
  ({ folder, remove: removeFolder } = await temporaryFolder());
});

afterEach(async () => {
  await server?.close();
  server = undefined;
  await removeFolder();
});

describe('what outlives the server', () => {
  test('a voice, its sample and its speech are there after a restart, at the new port', async () => {
    server = await startedServer({ folder });
    const first = server.url;
    const sample = await uploaded(first, await spokenWav('slt'));
    const { _id } = await trained(first, trainingOf(sample));
    await server.close();
    server = await startedServer({ folder });
    expect(server.url).not.toBe(first);
    const voice = (await call(server.url, `userVoice/${_id}`)).body.data;
    expect(voice.voice_urls).toEqual([sample.replace(first, server.url)]);
    expect((await fetch(voice.voice_urls[0] ?? '')).status).toBe(200);
    const body = { msg: 'Still here.', user_voice_id: _id, country: 'en', region: 'US' };
    expect((await call(server.url, 'video/send_tts', body)).body.code).toBe(0);
  });

  test('a training that was under way is taken up again', async () => {
    server = await startedServer({ folder, trainingDelayMs: 60_000 });
    const sample = await uploaded(server.url, await spokenWav('rms'));
    const ids: string[] = [];
    for (let i = 0; i < 2; i++)
      ids.push((await call(server.url, 'userVoice/training', trainingOf(sample))).body.data._id);
    const [running = '', waiting = ''] = ids;
    while ((await call(server.url, `userVoice/${running}`)).body.data.current_status === 'sent');
    const states = (await call<WireVoice[]>(server.url, 'userVoice/processingRecord')).body.data;
    expect(states.map(({ current_status }) => current_status)).toEqual(['processing', 'sent']);
    const before = performance.now();
    await server.close();
    expect(performance.now() - before).toBeLessThan(1000);

    server = await startedServer({ folder });
    for (const id of [running, waiting])
      expect(await settledVoice(server.url, id)).toMatchObject({
        current_status: 'completed',
        stock_voice: 'rms',
      });
  });

  test('a sample uploaded before a restart can be trained after it by its old address', async () => {
    server = await startedServer({ folder });
    const sample = await uploaded(server.url, await spokenWav('slt'));
    await server.close();
    server = await startedServer({ folder });
    const voice = await trained(server.url, trainingOf(sample));
    expect(voice).toMatchObject({ current_status: 'completed' });
    expect(new URL(voice.voice_urls[0] ?? '').origin).toBe(server.url);
  });

  test('a training that failed is found by a client that lost its id', async () => {
    server = await startedServer({ folder });
    const sample = await uploaded(server.url, new TextEncoder().encode('no sound'));
    const { _id } = await trained(server.url, trainingOf(sample));
    const unfinished = (await call(server.url, 'userVoice/processingRecord')).body.data;
    expect(unfinished).toMatchObject([{ _id, current_status: 'failed', failed_code: 'sample-not-wav' }]);
  });

  test('speech of last week, old unused samples and torn files go at the start; the rest stays', async () => {
    server = await startedServer({ folder });
    const kept = await uploaded(server.url, await spokenWav('slt'));
    const unused = await uploaded(server.url, new Uint8Array(8));
    const fresh = await uploaded(server.url, new Uint8Array(8));
    await trained(server.url, trainingOf(kept));
    const speak = (url: string) => spokenUrl(url, { msg: 'Hello', tts_id: 'f117e0000000000000000001' });
    const [old, young] = [await speak(server.url), await speak(server.url)];
    await server.close();
    const age = async (place: string, url: string, days: number) => {
      const key = new URL(url).pathname.split('/').at(-1) ?? '';
      const then = Date.now() / 1000 - days * 86_400;
      for (const name of await readdir(join(folder, place)))
        if (name.startsWith(key)) await utimes(join(folder, place, name), then, then);
    };
    await age('speech', old, 8);
    await age('speech', young, 6);
    await age('samples', kept, 40);
    await age('samples', unused, 40);
    await writeFile(join(folder, 'samples', `${'a'.repeat(32)}-take.wav.0f.part`), 'torn');

    server = await startedServer({ folder });
    const status = async (url: string) => (await fetch(server?.url + new URL(url).pathname)).status;
    expect([await status(old), await status(young)]).toEqual([404, 200]);
    expect([await status(kept), await status(unused), await status(fresh)]).toEqual([200, 404, 200]);
    expect((await readdir(join(folder, 'samples'))).length).toBe(4);
  });
});

describe('close', () => {
  test('is quick although a sample hangs and connections are kept open', async () => {
    let asked: () => void = () => {};
    const hangs = new Promise<void>((resolve) => {
      asked = resolve;
    });
    const other = await elsewhere(() => asked());
    server = await startedServer({ folder });
    const sent = await call(server.url, 'userVoice/training', trainingOf(`${other.url}/take.wav`));
    await hangs;
    const before = performance.now();
    await server.close();
    await server.close();
    expect(performance.now() - before).toBeLessThan(1000);
    const kept: unknown = JSON.parse(await readFile(join(folder, 'voices.json'), 'utf8'));
    expect(kept).toMatchObject({ voices: [{ id: sent.body.data._id, status: 'processing' }] });
    await other.close();
  });

  test('answers no more calls', async () => {
    server = await startedServer({ folder });
    const { url } = server;
    await server.close();
    await expect(fetch(url)).rejects.toThrow();
  });
});

describe('a start that fails', () => {
  const start = (port = 0) => startLocalServer({ folder, port, token: TOKEN, synthesizer: inProcessFlite });

  test('on a folder that another server holds, until that one closes', async () => {
    server = await startedServer({ folder });
    expect(await start()).toMatchObject({ ok: false, fault: { code: 'folder-in-use' } });
    await server.close();
    const again = await start();
    expect(again.ok).toBe(true);
    if (again.ok) await again.value.close();
  });

  test('on a port that is taken, and leaves the folder free', async () => {
    const other = await elsewhere(() => {});
    expect(await start(Number(new URL(other.url).port))).toMatchObject({
      ok: false,
      fault: { code: 'port-taken' },
    });
    await other.close();
    server = await startedServer({ folder });
  });

  test.each([
    ['torn', '{"version":1,"voi'],
    ['of a later version', '{"version":2,"voices":[]}'],
  ])('on voices that are %s, which it leaves as they are', async (_name, content) => {
    await writeFile(join(folder, 'voices.json'), content);
    expect(await start()).toMatchObject({ ok: false, fault: { code: 'folder-not-usable' } });
    expect(await readFile(join(folder, 'voices.json'), 'utf8')).toBe(content);
    await expect(stat(join(folder, 'lock'))).rejects.toThrow();
  });

  test('on a folder that is a file', async () => {
    await writeFile(join(folder, 'file'), '');
    const started = await startLocalServer({
      ...{ folder: join(folder, 'file'), token: TOKEN, synthesizer: inProcessFlite },
    });
    expect(started).toMatchObject({ ok: false, fault: { code: 'folder-not-usable' } });
  });
});
