import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import en from '../../assets/scripts/en.json' with { type: 'json' };
import { choosesFolder } from './chooses-folder.ts';
import { CONSENT_SECONDS, goTo, makeVoice, record, voiceIsReady } from './journey.ts';
import { keptIn, soundOf } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

const SAMPLE_SECONDS = 12;
const SENTENCE = en.passages[0]?.sentences[0] ?? '';

test('a sentence that was recorded is offered as the recording, as a clip and in a batch, and taken back', async () => {
  const { home, remove } = temporaryHome();
  const music = join(home, 'music');
  mkdirSync(music);
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, CONSENT_SECONDS + SAMPLE_SECONDS);
  const { app, page, output } = await launchApp({ home, microphone });
  await record(page, SAMPLE_SECONDS);
  expect(keptIn(home, 'takes')[0]?.marks?.map(({ text }) => text)).toEqual([undefined, SENTENCE]);
  await makeVoice(page, 'Ada');
  await voiceIsReady(page, 'Ada');

  await goTo(page, 'Speak');
  const desk = page.getByRole('main');
  const paper = desk.getByRole('textbox', { name: 'Text to speak' });
  const offer = page.getByRole('complementary', { name: 'Your own recording' });
  await paper.fill('I agree that my voice may be cloned.');
  await expect(offer).toHaveCount(0);
  await paper.fill(`“${SENTENCE.toUpperCase().replace(/\.$/, '')}”`);
  await offer.getByRole('button', { name: 'Use your own recording' }).click();
  const card = desk.getByRole('article').first();
  await expect(card.getByText('your recording')).toBeVisible();
  const [clip] = keptIn(home, 'clips');
  expect(clip?.recording?.takeId).toBe(keptIn(home, 'takes')[0]?.id);
  const seconds = (clip?.samples ?? 0) / (clip?.sampleRate ?? 1);
  expect(seconds).toBeGreaterThan(SAMPLE_SECONDS / 2);
  expect(soundOf(home, 'clips', clip?.id ?? '').samples.length).toBe(clip?.samples);

  await choosesFolder(app, music);
  await goTo(page, 'Settings');
  await page.getByRole('button', { name: 'Change where speech is saved' }).click();
  await expect(page.getByText(music)).toBeVisible();
  await goTo(page, 'Speak');
  await card.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Save to “music”' }).click();
  await expect(card.getByText(/^Saved as .* in music\.$/)).toBeVisible();
  const [file = ''] = readdirSync(music);
  const text = readFileSync(join(music, file), 'utf8');
  expect(text).toContain('digitalsourcetype/digitalCapture');
  expect(text).not.toContain('AI-generated speech');

  await paper.fill(`${SENTENCE}\n\nAnd this was never read by anybody.`);
  await desk.getByRole('button', { name: 'Speak', exact: true }).click();
  const batch = desk.getByRole('article').first();
  await expect(batch.getByText('2 lines', { exact: true })).toBeVisible({ timeout: 60_000 });
  await batch.getByRole('button', { expanded: false }).first().click();
  await expect(batch.getByRole('button', { name: 'Use your own recording' })).toHaveCount(1);
  await batch.getByRole('button', { name: 'Use your own recording' }).click();
  await expect(batch.getByText('your recording')).toBeVisible();
  await batch.getByRole('button', { name: 'Back to made speech' }).click();
  await expect(batch.getByText('your recording')).toHaveCount(0);
  await expect(batch.getByRole('button', { name: 'Use your own recording' })).toHaveCount(1);
  expect(output()).not.toMatch(/answering |Unhandled|TypeError/);
  await app.close();
  remove();
});
