import { copyFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { CONSENT_SECONDS, makeVoice, record, SENTENCE, speak, voiceIsReady } from './journey.ts';
import { keptIn, readSound } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

/** How long the stock voice reads to the fake microphone, in seconds. */
const SAMPLE_SECONDS = 16;
/** How long the take is then, consent included. */
const TAKE = { from: CONSENT_SECONDS + SAMPLE_SECONDS - 1, to: CONSENT_SECONDS + SAMPLE_SECONDS + 4 };

test('a person records, makes a voice, and hears it speak', async () => {
  const { home, remove } = temporaryHome();
  const folder = process.env['TIMBRE_JOURNEY_DIR'] ?? join(home, 'journey');
  mkdirSync(folder, { recursive: true });
  const told = process.env['TIMBRE_JOURNEY_DIR'] !== undefined;
  let began = performance.now();
  const stage = (words: string) => {
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    if (told) process.stdout.write(`${`${seconds} s`.padStart(8)}  ${words}\n`);
    began = performance.now();
  };

  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, CONSENT_SECONDS + SAMPLE_SECONDS);
  stage('a stock voice has read a sample for the fake microphone');
  const { app, page, output } = await launchApp({ home, microphone });
  stage('the window is open');
  await record(page, SAMPLE_SECONDS);
  stage(`${SAMPLE_SECONDS} seconds recorded and kept`);
  await makeVoice(page, 'Ada');
  stage('the voice is asked for');
  await voiceIsReady(page, 'Ada');
  stage('uploaded, trained and ready');
  await speak(page, 'Ada', SENTENCE);
  stage('the sentence is spoken');
  await page.screenshot({ path: join(folder, 'window.png') });
  await app.close();

  const [take] = keptIn(home, 'takes');
  const [clip] = keptIn(home, 'clips');
  copyFileSync(join(home, 'takes', `${take?.id}.wav`), join(folder, 'take.wav'));
  copyFileSync(join(home, 'clips', `${clip?.id}.wav`), join(folder, 'clip.wav'));
  expectSpeech(join(folder, 'take.wav'), TAKE);
  expectSpeech(join(folder, 'clip.wav'), { from: 2, to: 8 });
  expect(clip?.text).toBe(SENTENCE);
  expect(clip?.stock, 'a stock voice spoke, and the clip must say so').toMatch(/^(slt|rms)$/);
  expect(output()).not.toMatch(/answering |Unhandled|TypeError/);
  stage('the take and the clip are real speech (the clip is spoken by a stock voice, not a clone)');
  remove();
});

/** At least 16 kHz, this long in seconds, and neither silent nor constant. */
function expectSpeech(path: string, { from, to }: { from: number; to: number }): void {
  const { sampleRate, samples } = readSound(path);
  expect(sampleRate).toBeGreaterThanOrEqual(16_000);
  expect(samples.length / sampleRate).toBeGreaterThan(from);
  expect(samples.length / sampleRate).toBeLessThan(to);
  const half = Math.round(sampleRate / 2);
  const levels: number[] = [];
  for (let at = 0; at + half <= samples.length; at += half)
    levels.push(Math.sqrt(samples.subarray(at, at + half).reduce((sum, x) => sum + x * x, 0) / half));
  expect(Math.max(...levels)).toBeGreaterThan(0.01);
}
