import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createA2eClient } from '../../electron/a2e/create-client.ts';
import { type Cloner, createCloner } from '../../electron/local-server/pocket/cloner.ts';
import { type InstalledModel, labelModelFolder } from '../../electron/local-server/pocket/model-folder.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import { buildApart } from '../processes/build-apart.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';
import { dominant } from '../recording/tones.ts';
import { pocketIn } from './pocket/models.ts';
import { writeToyModel } from './pocket/toy-model.ts';
import { call, madeWav, spokenUrl, startedServer, TOKEN, trained, trainingOf, uploaded } from './serving.ts';

let bundle: Awaited<ReturnType<typeof buildApart>>;
beforeAll(async () => {
  bundle = await buildApart('pocket');
});
afterAll(() => bundle.remove());

const AS_CLONE = { country: 'en', region: 'US', speechRate: 1 };
let folder: string;
let model: InstalledModel | undefined;
beforeEach(async () => {
  folder = await temporaryFolder();
  const made = await labelModelFolder(await writeToyModel(join(folder, 'model')), {
    at: 1,
    onDone: () => {},
  });
  if (!made.ok) throw new Error(made.fault.code);
  model = made.value;
});

function cloner(): Cloner {
  return createCloner({ process: pocketIn(bundle.file).asked, model: () => model, onBroken: () => {} });
}
/** A hum of this pitch that a pitch detector takes for a voice. */
const hum = (hz: number) =>
  madeWav(12, (t) => 0.2 * Math.sin(2 * Math.PI * hz * t) + 0.05 * Math.sin(4 * Math.PI * hz * t));

describe('the server with a clone model', () => {
  it('clones: what speaks has the pitch of the sample, and is marked as no stock voice', async () => {
    const server = await startedServer({ folder, cloner: cloner() });
    for (const hz of [150, 200]) {
      const voice = await trained(server.url, trainingOf(await uploaded(server.url, hum(hz))));
      expect(voice).toMatchObject({ current_status: 'completed' });
      expect(voice).not.toHaveProperty('stock_voice');
      const { body } = await call<string>(server.url, 'video/send_tts', {
        ...{ msg: 'Hello there.', user_voice_id: voice._id, ...AS_CLONE },
      });
      expect(body).not.toHaveProperty('stock_voice');
      const sound = decodeWav(new Uint8Array(await (await fetch(body.data)).arrayBuffer()));
      if (!sound.ok) throw new Error(sound.fault.code);
      expect(dominant(sound.value.samples, sound.value.sampleRate, [100, 150, 200, 250])).toBe(hz);
    }
    await server.close();
  });

  it('still speaks with stock voices, and with voices that were made with one', async () => {
    const before = await startedServer({ folder });
    const voice = await trained(before.url, trainingOf(await uploaded(before.url, hum(150))));
    expect(voice.stock_voice).toBeDefined();
    await before.close();
    const server = await startedServer({ folder, cloner: cloner() });
    const { body } = await call<string>(server.url, 'video/send_tts', {
      ...{ msg: 'Hello there.', user_voice_id: voice._id, ...AS_CLONE },
    });
    expect(body).toMatchObject({ code: 0, stock_voice: voice.stock_voice });
    await server.close();
  });

  it('refuses to speak for a clone whose model is gone, by a code of its own', async () => {
    const server = await startedServer({ folder, cloner: cloner() });
    const voice = await trained(server.url, trainingOf(await uploaded(server.url, hum(150))));
    const ask = { msg: 'Hello there.', user_voice_id: voice._id, ...AS_CLONE };
    const back = model;
    model = undefined;
    expect(await call(server.url, 'video/send_tts', ask)).toMatchObject({
      status: 409,
      body: { code: 4090 },
    });
    const client = createA2eClient({ baseUrl: server.url, token: () => TOKEN });
    const spoken = await client.speak({
      ...{ text: 'Hello there.', rate: 1 },
      voice: { kind: 'clone', ids: [voice._id], country: 'en', region: 'US' },
    });
    expect(spoken).toMatchObject({ ok: false, fault: { code: 'model-missing' } });
    // With the model back, so is the voice.
    model = back;
    expect(await spokenUrl(server.url, ask)).toContain('/files/speech/');
    await server.close();
    const without = await startedServer({ folder });
    expect(await call(without.url, 'video/send_tts', ask)).toMatchObject({ body: { code: 4090 } });
    await without.close();
  });

  it('refuses where what the voice sounds like is gone, and forgets it with the voice', async () => {
    const server = await startedServer({ folder, cloner: cloner() });
    const voice = await trained(server.url, trainingOf(await uploaded(server.url, hum(150))));
    const ask = { msg: 'Hello there.', user_voice_id: voice._id, ...AS_CLONE };
    await rm(join(folder, 'references', `${voice._id}.wav`));
    expect(await call(server.url, 'video/send_tts', ask)).toMatchObject({ body: { code: 4090 } });
    expect((await call(server.url, `userVoice/${voice._id}`, undefined, 'DELETE')).status).toBe(200);
    await server.close();
  });
});
