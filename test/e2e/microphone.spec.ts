import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { compare, compareJoined } from './compare.ts';
import { goTo } from './journey.ts';
import { keptIn, soundOf } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { MICROPHONE_RATE, writeSpeechFile } from './speech-file.ts';
import { keepBusy } from './stalls.ts';

/** Presses a button of a window that nobody sees. */
const press = (page: Page, name: string) =>
  page.getByRole('button', { name, exact: true }).dispatchEvent('click');

/** Keeps the window's microphones where `page.evaluate` finds them; the one that is open now is opened anew. */
async function holdMicrophones(page: Page): Promise<void> {
  await page.evaluate(() => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    const streams: MediaStream[] = [];
    devices.getUserMedia = async (ask) => {
      const stream = await open(ask);
      streams.push(stream);
      return stream;
    };
    Object.assign(window, { streams });
  });
  await goTo(page, 'Settings');
  await goTo(page, 'Record');
}

/** `live` or `ended` for each microphone that was opened since. */
const microphones = (page: Page) =>
  page.evaluate(() =>
    (window as unknown as { streams: MediaStream[] }).streams.map(
      (stream) => stream.getAudioTracks()[0]?.readyState,
    ),
  );

test('a pause leaves out what was played meanwhile and nothing else, in a busy window that is hidden', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  const played = await writeSpeechFile(microphone, 26, 2);
  const { app, page } = await launchApp({ home, microphone, once: true });
  await page.waitForTimeout(2500);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await page.waitForTimeout(2000);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  const rest = await keepBusy(page);
  await page.waitForTimeout(3000);
  await press(page, 'Pause');
  await page.waitForTimeout(2000);
  await press(page, 'Go on');
  await page.waitForTimeout(5000);
  await press(page, 'Stop recording');
  await page.getByRole('button', { name: 'Start recording' }).waitFor({ state: 'attached' });
  await rest();
  await app.close();

  const [take] = keptIn(home, 'takes');
  const { samples } = soundOf(home, 'takes', take?.id ?? '');
  const { before, after, leftOut } = compareJoined(samples, played, 4 * MICROPHONE_RATE);
  // Where the two meet in silence each goes a little farther than its own.
  expect(before + after).toBeGreaterThanOrEqual(samples.length);
  expect(before).toBeGreaterThan(5 * MICROPHONE_RATE);
  expect(leftOut).toBeGreaterThan(1.5 * MICROPHONE_RATE);
  expect(leftOut).toBeLessThan(4 * MICROPHONE_RATE);
  remove();
});

test('a microphone that goes away leaves its part, and another goes on in the same session', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  const played = await writeSpeechFile(microphone, 14, 2);
  const { app, page } = await launchApp({ home, microphone, once: true });
  await holdMicrophones(page);
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await page.waitForTimeout(4000);
  await page.evaluate(() => {
    const { streams } = window as unknown as { streams: MediaStream[] };
    for (const track of streams.at(-1)?.getTracks() ?? []) track.stop();
  });
  await page
    .getByRole('button', { name: /^Go on with / })
    .first()
    .click();
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await page.waitForTimeout(4000);
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await page.getByRole('button', { name: 'Start recording' }).waitFor();
  await app.close();

  const takes = keptIn(home, 'takes');
  expect(takes.map(({ state }) => state)).toEqual(takes.map(() => ({ status: 'kept', recovered: false })));
  expect(takes.map(({ sessionId }) => sessionId)).toEqual([undefined, takes[0]?.id]);
  for (const { id } of takes) {
    const { samples } = soundOf(home, 'takes', id);
    expect(samples.length).toBeGreaterThan(3.5 * MICROPHONE_RATE);
    const { correlation, slips } = compare(samples, played, MICROPHONE_RATE);
    expect(correlation).toBeGreaterThan(0.9999);
    expect(new Set(slips)).toEqual(new Set([0]));
  }
  remove();
});

test('the microphone is open with the Record screen, and not on others nor in a hidden window', async () => {
  const { home, remove } = temporaryHome();
  const { app, page } = await launchApp({ home });
  await holdMicrophones(page);
  await expect.poll(() => microphones(page)).toEqual(['live']);
  await goTo(page, 'Voices');
  await expect.poll(() => microphones(page)).toEqual(['ended']);
  await goTo(page, 'Record');
  await expect.poll(() => microphones(page)).toEqual(['ended', 'live']);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.hide());
  await expect.poll(() => microphones(page)).toEqual(['ended', 'ended']);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.show());
  await expect.poll(() => microphones(page)).toEqual(['ended', 'ended', 'live']);
  await app.close();
  remove();
});
