import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startCountingServer } from './counting-server.ts';
import { clipIsThere, goTo, makeVoice, record, SENTENCE, voiceIsReady } from './journey.ts';
import { keptIn, soundOf } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

test('a recording can be discarded and had back, and goes for good after ten seconds', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 8);
  const { app, page } = await launchApp({ home, microphone });
  await record(page, 2);
  const main = page.getByRole('main');
  await main.getByRole('button', { name: 'Discard' }).first().click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => keptIn(home, 'takes')[0]?.state.status).toBe('kept');
  await main.getByRole('button', { name: 'Discard' }).first().click();
  await expect.poll(() => keptIn(home, 'takes')[0]?.state.status).toBe('discarded');
  await expect.poll(() => keptIn(home, 'takes').length, { timeout: 20_000 }).toBe(0);
  await app.close();
  remove();
});

test('the space bar records and stops; what was recorded plays', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 8);
  const { app, page } = await launchApp({ home, microphone });
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await page.waitForTimeout(1500);
  // It stops from any other screen too.
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Voices' }).click();
  await page.waitForTimeout(1000);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Start recording' }).waitFor();
  await expect.poll(() => keptIn(home, 'takes')[0]?.state.status).toBe('kept');
  const main = page.getByRole('main');
  await expect(async () => {
    await main.getByRole('button', { name: 'Play' }).first().click();
    await expect(main.getByRole('button', { name: 'Pause' }).first()).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 10_000 });
  const [take] = keptIn(home, 'takes');
  const { samples, sampleRate } = soundOf(home, 'takes', take?.id ?? '');
  expect(samples.length / sampleRate).toBeGreaterThan(2.2);
  const loudest = samples.subarray(sampleRate / 2).reduce((most, x) => Math.max(most, x), 0);
  expect(loudest).toBeGreaterThan(0.05);
  await app.close();
  remove();
});

test('24-bit recording keeps 24-bit files', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 6);
  const { app, page } = await launchApp({ home, microphone });
  await goTo(page, 'Settings');
  await page.getByRole('main').getByText('24 bit', { exact: true }).first().click();
  await goTo(page, 'Record');
  await record(page, 2);
  const [take] = keptIn(home, 'takes');
  expect(take?.bitDepth).toBe(24);
  expect(soundOf(home, 'takes', take?.id ?? '').bitDepth).toBe(24);
  await app.close();
  remove();
});

test('recording stops by itself at 60 seconds and keeps exactly that', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 20);
  const { app, page } = await launchApp({ home, microphone });
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await page.getByRole('button', { name: 'Start recording' }).waitFor({ timeout: 75_000 });
  const [take] = keptIn(home, 'takes');
  expect(take?.state.status).toBe('kept');
  expect(take?.samples).toBe(60 * (take?.sampleRate ?? 0));
  await app.close();
  remove();
});

test('with the network away the line waits, says so, and goes on by itself', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 12);
  const port = 38_931;
  const folder = join(home, 'server');
  const first = await startCountingServer({ folder, port });
  const env = { TIMBRE_SERVER_URL: first.url, TIMBRE_TOKEN: first.token };
  const { app, page } = await launchApp({ home, microphone, env });
  await record(page, 11);
  await makeVoice(page, 'Ada');
  await voiceIsReady(page, 'Ada');
  await first.close();

  await page.getByRole('button', { name: 'Speak with it' }).click();
  await page.getByRole('textbox', { name: 'Text to speak' }).fill(SENTENCE);
  await page.getByRole('main').getByRole('button', { name: 'Speak', exact: true }).click();
  await expect(page.getByText(/waiting for the network/i).first()).toBeVisible();
  const second = await startCountingServer({ folder, port });
  await clipIsThere(page, SENTENCE);
  expect(second.count('POST send_tts')).toBe(1);
  await app.close();
  await second.close();
  remove();
});

test('on a full disk the recording stops, says so, and keeps everything up to that moment', async () => {
  const { home, remove } = temporaryHome();
  const tiny = join(home, 'tiny');
  mkdirSync(tiny);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', tiny]).status === 0;
  test.skip(!mounted, 'SKIPPED: a small disk can only be mounted by root');
  try {
    symlinkSync(tiny, join(home, 'takes'));
    const microphone = join(home, 'microphone.wav');
    await writeSpeechFile(microphone, 12);
    const first = await launchApp({ home, microphone });
    await first.page.getByRole('button', { name: 'Start recording' }).click();
    await expect(first.page.getByText('The disk is full.').first()).toBeVisible({ timeout: 20_000 });
    await first.app.close();
    spawnSync('mount', ['-o', 'remount,size=4m', tiny]);

    const second = await launchApp({ home });
    await second.app.close();
    const [take] = keptIn(home, 'takes');
    expect(take?.state.status).toBe('kept');
    const { samples, sampleRate } = soundOf(home, 'takes', take?.id ?? '');
    expect(samples.length).toBe(take?.samples);
    expect((samples.length * 2) / 1024).toBeGreaterThan(400);
    expect(samples.length / sampleRate).toBeLessThan(6);
  } finally {
    spawnSync('umount', [tiny]);
    remove();
  }
});
