import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startCountingServer } from '../e2e/counting-server.ts';
import { goTo, makeVoice, record, speak, voiceIsReady } from '../e2e/journey.ts';
import { killApp, launchApp, temporaryHome } from '../e2e/launch.ts';
import { writeSpeechFile } from '../e2e/speech-file.ts';
import { cameraOn } from './camera.ts';

const MORNING = 'Good morning. The museum opens at ten, and the garden is open all day.';
const STEP = 'Mind the step, please.';
const LOOM = 'In the next room you see the loom that Anna Visser used until she was ninety-one.';
const LONG =
  'The mill was built in the spring of 1768, burned down twice, and was put up again each time by the same family, who ground rye for eleven villages until the railway came; after that they ground nothing but coffee, sold picture postcards, and told every visitor about the flood, the ghost in the attic, and the cat.';

test('the first day, on this computer', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 26);
  const launched = await launchApp({ home, microphone });
  const { app, page } = launched;
  const { shoot, shootForReadme } = cameraOn(launched);

  await shoot('record-empty');
  await goTo(page, 'Voices');
  await shoot('voices-empty');
  await goTo(page, 'Speak');
  await shoot('speak-empty');
  await goTo(page, 'Settings');
  await shoot('settings');
  await showAPersonsFolder(page, home);
  await shootForReadme('settings');

  await goTo(page, 'Record');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Maria Visser');
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await page.waitForTimeout(3000);
  await page.keyboard.press('ArrowRight');
  await page.waitForTimeout(5000);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Start recording' }).waitFor();
  await shoot('record-too-short');
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await page.waitForTimeout(12_000);
  await shootForReadme('record');
  await shoot('record-running');
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await page.getByRole('button', { name: 'Start recording' }).waitFor();
  await shoot('record-after');
  await page.getByRole('button', { name: 'Make a voice' }).click();
  await shoot('record-make');
  await page
    .getByRole('form', { name: 'Make a voice' })
    .getByRole('button', { name: /^Which language/ })
    .click();
  await page.getByRole('listbox').waitFor();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toHaveCount(0);
  await expect(page.getByRole('form', { name: 'Make a voice' })).toBeVisible();
  await page.getByRole('button', { name: 'Play' }).first().focus();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('form', { name: 'Make a voice' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Make a voice' }).focus();
  await page.keyboard.press('Tab');
  await shoot('record-focus');

  await makeVoice(page, 'Maria, calm');
  await voiceIsReady(page, 'Maria, calm');
  await shoot('voices-one');
  await goTo(page, 'Record');
  await record(page, 18);
  await makeVoice(page, 'Maria reading to Jan');
  await voiceIsReady(page, 'Maria reading to Jan');
  await shootForReadme('voices');
  await speak(page, 'Maria, calm', LONG);
  await speak(page, 'Maria, calm', STEP);
  await speak(page, 'Maria, calm', MORNING);
  await shoot('speak-clips');
  await shootForReadme('speak');
  await app.close();
  remove();
});

test('a server elsewhere that goes away', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 20);
  const folder = join(home, 'elsewhere');
  const quick = await startCountingServer({ folder });
  const port = Number(new URL(quick.url).port);
  const launched = await launchApp({
    home,
    microphone,
    env: { TIMBRE_SERVER_URL: quick.url, TIMBRE_TOKEN: quick.token },
  });
  const { app, page } = launched;
  const { shoot } = cameraOn(launched);

  await record(page, 14);
  await makeVoice(page, 'Maria, calm');
  await voiceIsReady(page, 'Maria, calm');
  await speak(page, 'Maria, calm', MORNING);
  await quick.close();

  const slow = await startCountingServer({ folder, port, trainingDelayMs: 600_000 });
  await goTo(page, 'Record');
  await record(page, 12);
  await makeVoice(page, 'Opa, for the audio guide of the museum behind the mill');
  await goTo(page, 'Voices');
  await expect(page.getByText('in training', { exact: false }).first()).toBeVisible({ timeout: 30_000 });
  await shoot('voices-training');
  await slow.close();

  await ask(page, LOOM);
  await ask(page, STEP);
  await expect(page.getByText('waiting for the network', { exact: false }).first()).toBeVisible({
    timeout: 60_000,
  });
  await shoot('speak-waiting');
  await page.getByRole('button', { name: /^Queue/ }).click();
  await page.getByRole('dialog').waitFor();
  await shoot('queue-open');
  await page.keyboard.press('Escape');
  await goTo(page, 'Settings');
  await page
    .getByRole('listitem')
    .getByRole('button', { name: /^Check \S*:/ })
    .click();
  await page.getByText('The server cannot be reached.').waitFor();
  await shoot('settings-unreachable');
  await app.close();
  remove();
});

test('a recording that outlived its app', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 14);
  const killed = await launchApp({ home, microphone });
  await killed.page.keyboard.press('Space');
  await killed.page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await killed.page.waitForTimeout(12_000);
  await killApp(killed);
  const launched = await launchApp({ home, microphone });
  await cameraOn(launched).shoot('record-recovered');
  await launched.page.getByText('recovered', { exact: true }).scrollIntoViewIfNeeded();
  await cameraOn(launched).shoot('record-recovered-below');
  await launched.app.close();
  remove();
});

/** Shows the folder a person would have in the place of the test's own. */
async function showAPersonsFolder(page: Page, home: string): Promise<void> {
  await page.locator('.path').evaluateAll((paths, from) => {
    for (const path of paths) path.textContent = (path.textContent ?? '').replace(from, '/home/maria/Timbre');
  }, home);
}

/** Asks for a line without waiting for its clip. */
async function ask(page: Page, text: string): Promise<void> {
  await goTo(page, 'Speak');
  const desk = page.getByRole('main');
  await desk.getByRole('textbox', { name: 'Text to speak' }).fill(text);
  await desk.getByRole('button', { name: 'Speak', exact: true }).click();
}
