import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { compare } from './compare.ts';
import { type CountingServer, startCountingServer } from './counting-server.ts';
import { clipIsThere, goTo, makeVoice, record, SENTENCE, voiceIsReady } from './journey.ts';
import { keptIn, soundOf } from './kept.ts';
import { killApp, type Launched, launchApp, temporaryHome } from './launch.ts';
import { MICROPHONE_RATE, writeSpeechFile } from './speech-file.ts';

interface Scene {
  readonly home: string;
  readonly microphone: string;
  readonly played: Float32Array;
  readonly server: CountingServer;
  readonly launch: () => Promise<Launched>;
}

/** The app on a data folder of its own, with a server elsewhere that outlives it. */
async function withScene(play: (scene: Scene) => Promise<void>, trainingDelayMs = 0): Promise<void> {
  const { home: root, remove } = temporaryHome();
  const home = join(root, 'home');
  mkdirSync(home);
  const microphone = join(root, 'microphone.wav');
  const played = await writeSpeechFile(microphone, 12);
  const server = await startCountingServer({ folder: join(root, 'server'), trainingDelayMs });
  const env = { TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: server.token };
  try {
    await play({ home, microphone, played, server, launch: () => launchApp({ home, microphone, env }) });
  } finally {
    await server.close();
    remove();
  }
}

test('killed while recording: the take is there at the next start, at most 250 ms short', async () => {
  await withScene(async ({ home, played, launch }) => {
    const first = await launch();
    // A whole second has been heard before the press, and belongs to the take.
    await first.page.waitForTimeout(2000);
    await first.page.getByRole('button', { name: 'Start recording' }).click();
    await first.page.getByRole('button', { name: 'Stop recording' }).waitFor();
    const began = performance.now();
    await first.page.waitForTimeout(5000);
    const seconds = 1 + (performance.now() - began) / 1000;
    await killApp(first);

    const second = await launch();
    await expect(second.page.getByText(/recovered/i).first()).toBeVisible();
    await second.app.close();
    const [take] = keptIn(home, 'takes');
    expect(take?.state).toEqual({ status: 'kept', recovered: true });
    const sound = soundOf(home, 'takes', take?.id ?? '');
    expect(sound.samples.length).toBe(take?.samples);
    expect(sound.samples.length / sound.sampleRate).toBeGreaterThan(seconds - 0.25);
    const { correlation, slips } = compare(sound.samples, played, MICROPHONE_RATE);
    expect(correlation).toBeGreaterThan(0.9999);
    expect(new Set(slips)).toEqual(new Set([0]));
  });
});

for (const [moment, call, when] of [
  ['while the sample is uploaded', 'PUT upload', 'received'],
  ['after the server took the training on, before its answer came', 'POST training', 'carriedOut'],
  ['before the server read the training', 'POST training', 'received'],
] as const)
  test(`killed ${moment}: one training in all, and the voice is made`, async () => {
    await withScene(async ({ server, launch }) => {
      const first = await launch();
      await record(first.page, 11);
      const reached = server.swallow(call, when);
      await makeVoice(first.page, 'Ada');
      await reached;
      await killApp(first);
      server.answerAgain();

      const second = await launch();
      await voiceIsReady(second.page, 'Ada');
      await second.app.close();
      expect(server.count('POST training')).toBe(call === 'POST training' && when === 'received' ? 2 : 1);
    }, 500);
  });

test('killed while the voice is in training: it is asked for no second time, and becomes ready', async () => {
  await withScene(async ({ server, launch }) => {
    const first = await launch();
    await record(first.page, 11);
    await makeVoice(first.page, 'Ada');
    await expect.poll(() => server.count('POST training')).toBe(1);
    await first.page.waitForTimeout(700);
    await killApp(first);
    const second = await launch();
    await voiceIsReady(second.page, 'Ada');
    await second.app.close();
    expect(server.count('POST training')).toBe(1);
  }, 4000);
});

test('killed while the server speaks: the clip arrives after the next start', async () => {
  await withScene(async ({ home, server, launch }) => {
    const first = await launch();
    await record(first.page, 11);
    await makeVoice(first.page, 'Ada');
    await voiceIsReady(first.page, 'Ada');
    await first.page.getByRole('button', { name: 'Speak with it' }).click();
    await first.page.getByRole('textbox', { name: 'Text to speak' }).fill(SENTENCE);
    const reached = server.swallow('POST send_tts', 'carriedOut');
    await first.page.getByRole('main').getByRole('button', { name: 'Speak', exact: true }).click();
    await reached;
    await killApp(first);
    server.answerAgain();

    const second = await launch();
    await goTo(second.page, 'Speak');
    await clipIsThere(second.page, SENTENCE);
    await second.app.close();
    expect(keptIn(home, 'clips')).toHaveLength(1);
    expect(soundOf(home, 'clips', keptIn(home, 'clips')[0]?.id ?? '').samples.length).toBeGreaterThan(16_000);
  });
});
