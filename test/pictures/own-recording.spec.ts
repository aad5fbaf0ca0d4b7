import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import en from '../../assets/scripts/en.json' with { type: 'json' };
import { CONSENT_SECONDS, goTo, makeVoice, record, voiceIsReady } from '../e2e/journey.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { writeSpeechFile } from '../e2e/speech-file.ts';
import { cameraOn } from './camera.ts';

const SAMPLE_SECONDS = 12;
const SENTENCE = en.passages[0]?.sentences[0] ?? '';

test('one’s own recording in place of made speech, and a batch that is listened to', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, CONSENT_SECONDS + SAMPLE_SECONDS);
  const launched = await launchApp({ home, microphone });
  const { app, page } = launched;
  const { shoot } = cameraOn(launched);
  await record(page, SAMPLE_SECONDS);
  await makeVoice(page, 'Ada');
  await voiceIsReady(page, 'Ada');
  await goTo(page, 'Speak');
  await page.getByRole('textbox', { name: 'Text to speak' }).fill(SENTENCE);
  await expect(page.getByRole('complementary', { name: 'Your own recording' })).toBeVisible();
  await shoot('own-offer');
  const text = `${SENTENCE}\n\nAnd this was never read by anybody, so that it has to be spoken.\n\nThe third.`;
  await page.getByRole('textbox', { name: 'Text to speak' }).fill(text);
  await page.getByRole('main').getByRole('button', { name: 'Speak', exact: true }).click();
  const batch = page.getByRole('main').getByRole('article').first();
  await expect(batch.getByText('3 lines', { exact: true })).toBeVisible({ timeout: 60_000 });
  await batch.getByRole('button', { name: 'Listen' }).click();
  await expect(batch.getByRole('region', { name: /^Listening to/ })).toBeVisible();
  await shoot('own-batch', () => batch.getByRole('button', { name: 'Export…' }).scrollIntoViewIfNeeded());
  await batch.getByRole('button', { name: 'Use your own recording' }).click();
  await expect(batch.getByText('your recording')).toBeVisible();
  await shoot('own-batch-used', () => batch.getByText('your recording').scrollIntoViewIfNeeded());
  await app.close();
  remove();
});
