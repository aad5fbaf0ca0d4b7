import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { writeSpeechFile } from '../e2e/speech-file.ts';
import { cameraOn } from './camera.ts';

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
