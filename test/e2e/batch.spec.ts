import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { choosesFolder } from './chooses-folder.ts';
import { CONSENT_SECONDS, goTo, makeVoice, record, voiceIsReady } from './journey.ts';
import { keptIn } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

const SAMPLE_SECONDS = 12;
const TEXT = 'The first paragraph is short.\n\nThe second one is not much longer.\n\nAnd this is the third.';

test('a text of three paragraphs becomes three lines, and an MP3', async () => {
  const { home, remove } = temporaryHome();
  const music = join(home, 'music');
  mkdirSync(music);
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, CONSENT_SECONDS + SAMPLE_SECONDS);
  const { app, page, output } = await launchApp({ home, microphone });
  await record(page, SAMPLE_SECONDS);
  await makeVoice(page, 'Ada');
  await voiceIsReady(page, 'Ada');

  await goTo(page, 'Speak');
  const desk = page.getByRole('main');
  await desk.getByRole('textbox', { name: 'Text to speak' }).fill(TEXT);
  await expect(desk.getByText('it becomes 3 lines', { exact: false })).toBeVisible();
  await desk.getByRole('button', { name: 'Speak', exact: true }).click();
  const card = desk.getByRole('article', { name: /^The first paragraph/ }).first();
  await expect(card.getByText('3 lines', { exact: true })).toBeVisible({ timeout: 60_000 });
  await card.getByRole('button', { expanded: false }).first().click();
  await expect(card.getByRole('button', { name: 'Play' })).toHaveCount(3);

  await card.getByRole('button', { name: 'Listen' }).click();
  const player = card.getByRole('region', { name: /^Listening to/ });
  const heard = card.locator('.batch-lines [aria-current="true"]');
  await expect(player.getByText(/^The first paragraph/)).toBeVisible();
  await expect(heard).toHaveText('The first paragraph is short.');
  await expect(heard).toHaveText('The second one is not much longer.', { timeout: 15_000 });
  await card.getByRole('button', { name: 'And this is the third.' }).click();
  await expect(heard).toHaveText('And this is the third.');
  await expect(player.getByRole('button', { name: 'Play all' })).toBeVisible({ timeout: 15_000 });
  await player.getByRole('button', { name: 'Stop listening' }).click();
  await expect(heard).toHaveCount(0);

  await choosesFolder(app, music);
  await card.getByRole('button', { name: 'Export…' }).click();
  await card.getByText('MP3', { exact: true }).click();
  await card.getByRole('button', { name: 'Another folder…' }).click();
  await expect(card.getByText('in music.', { exact: false })).toBeVisible({ timeout: 60_000 });
  expect(readdirSync(music).filter((name) => name.endsWith('.mp3'))).toHaveLength(1);

  // The lines below have one each, too.
  await card.getByRole('button', { name: 'More' }).first().click();
  await page.getByRole('menuitem', { name: 'Remove…' }).click();
  await card.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(card).toHaveCount(0);
  expect(keptIn(home, 'clips'), 'what was spoken stays').toHaveLength(3);
  expect(output()).not.toMatch(/answering |Unhandled|TypeError/);
  await app.close();
  remove();
});
