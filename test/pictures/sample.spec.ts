import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { encodeWav } from '../../electron/recording/wav.ts';
import { goTo } from '../e2e/journey.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { MICROPHONE_RATE, writeSpeechFile } from '../e2e/speech-file.ts';
import { seeded } from '../recording/tones.ts';
import { cameraOn } from './camera.ts';
import { tell } from './tell.ts';

test('a sample in the making, from the first line to its parts', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 26, 0.1);
  const launched = await launchApp({ home, microphone });
  const { app, page } = launched;
  const { shoot } = cameraOn(launched);

  await page.getByRole('textbox', { name: 'Your name' }).fill('Maria Visser');
  await shoot('sample-before');
  await choose(page, 'Text to read', 'My own words');
  await page
    .getByRole('textbox', { name: 'Your own words' })
    .fill('Dear museum, thank you for the invitation. I would love to read the tour! When shall I come?');
  await shoot('sample-own-words');
  await choose(page, 'Language to read', 'Arabic');
  await choose(page, 'Text to read', 'عبّارة الصباح');
  await shoot('sample-arabic');
  await choose(page, 'Language to read', 'English');

  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByText('First your consent').waitFor();
  await page.waitForTimeout(3000);
  await shoot('sample-consent');
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(5000);
  await shoot('sample-reading');
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(4000);
  await page.getByRole('button', { name: 'Pause' }).click();
  await shoot('sample-paused');
  await page.getByRole('button', { name: 'Go on' }).click();
  await page.waitForTimeout(1000);
  await page.keyboard.press('Space');
  await page.getByText('Agreed aloud', { exact: false }).waitFor();
  await page.getByRole('region', { name: 'Quality' }).waitFor();
  await shoot('sample-after');
  await page.getByRole('button', { name: /^Longest pause/ }).click();
  await shoot('sample-flaw');
  await shoot('sample-below', () => scrollTo(page, 'Quality'));
  await page.getByRole('button', { name: /^Trim “The ferry/ }).click();
  await page.waitForTimeout(500);
  await shoot('sample-trim', () => scrollTo(page, 'What the sample is made of'));
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Leave out “The ferry/ }).click();
  await expect(page.getByRole('button', { name: /^Leave out “The ferry/ })).toHaveCount(0);
  await page.getByRole('button', { name: /^Read “A girl/ }).click();
  await page.getByText('once more').waitFor();
  await page.waitForTimeout(2500);
  await shoot('sample-reread');
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await page.getByRole('button', { name: 'Start recording' }).waitFor();
  await app.close();
  remove();
});

async function choose(page: Page, list: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: list }).click();
  await page.getByRole('option', { name: option }).click();
}

async function scrollTo(page: Page, region: string): Promise<void> {
  await page.getByRole('region', { name: region }).scrollIntoViewIfNeeded();
}

test('noise, a microphone that goes away, files: what comes in between', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeNoisySpeech(microphone);
  const launched = await launchApp({ home, microphone });
  const { app, page } = launched;
  const { shoot } = cameraOn(launched);
  await holdMicrophones(page);

  await page.getByRole('textbox', { name: 'Your name' }).fill('Maria Visser');
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByText('First your consent').waitFor();
  await page.waitForTimeout(3000);
  for (let sentence = 0; sentence < 3; sentence++) {
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(4500);
  }
  await page.keyboard.press('Space');
  await page.getByText('Agreed aloud', { exact: false }).waitFor();
  await page.getByText('Background noise').waitFor();
  await shoot('sample-noisy', () => scrollTo(page, 'Quality'));
  await page.getByText('Without the noise').click();
  await expect(page.getByRole('radio', { name: 'Without the noise' })).toBeChecked({ timeout: 60_000 });
  await page.waitForTimeout(1000);
  await shoot('sample-cleaned', () => scrollTo(page, 'Quality'));

  await page.evaluate(() => window.scrollTo(0, 0));
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await page.waitForTimeout(2000);
  await loseMicrophone(page);
  await page
    .getByRole('button', { name: /^Go on with / })
    .first()
    .waitFor();
  await shoot('sample-interrupted');
  await page.getByRole('button', { name: 'That was all' }).click();

  await tell(app, 'import.changed', {
    ...{ id: 'i1', fileName: 'Interview with grandmother, kitchen, the whole afternoon.m4a' },
    state: { status: 'running', seconds: 754, inAll: 9120 },
  });
  await tell(app, 'import.changed', {
    ...{ id: 'i2', fileName: 'letter.mp3' },
    state: { status: 'failed', fault: { code: 'not-audio', facts: { file: 'letter.mp3' } } },
  });
  await shoot('sample-files', () => scrollTo(page, 'Your recordings'));
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File(['x'], 'talk.wav'));
    window.dispatchEvent(new DragEvent('dragover', { dataTransfer, cancelable: true }));
  });
  await shoot('sample-drop');
  await app.close();
  remove();
});

/** The stock voice in a noisy room. */
async function writeNoisySpeech(path: string): Promise<void> {
  const random = seeded(5);
  const speech = await writeSpeechFile(path, 26, 0.1);
  const samples = speech.map((sample) => sample + (random() - 0.5) * 0.06);
  writeFileSync(path, encodeWav({ sampleRate: MICROPHONE_RATE, samples }, 16));
}

/** Keeps the window's microphones where `loseMicrophone` finds them; the one that is open now is opened anew. */
async function holdMicrophones(page: Page): Promise<void> {
  await page.evaluate(() => {
    const devices = navigator.mediaDevices;
    const open = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (ask) => {
      const stream = await open(ask);
      Object.assign(window, { stream });
      return stream;
    };
  });
  await goTo(page, 'Settings');
  await goTo(page, 'Record');
}

/** As a cable that is pulled. */
async function loseMicrophone(page: Page): Promise<void> {
  await page.evaluate(() => {
    const { stream } = window as unknown as { stream: MediaStream };
    for (const track of stream.getTracks()) track.stop();
  });
}
