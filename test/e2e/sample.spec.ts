import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { SamplePart } from '../../electron/cloning/sample/sample.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import { startCountingServer } from './counting-server.ts';
import { makeVoice, voiceIsReady } from './journey.ts';
import { keptIn, soundOf } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { MICROPHONE_RATE, writeSpeechFile } from './speech-file.ts';

test('a script with its consent: cut out, hashed, never uploaded; one sentence read again; a voice of it', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  // Backwards after it, so that nothing is heard twice.
  const speech = await writeSpeechFile(microphone, 24, 0.1);
  const twice = new Float32Array([...speech, ...speech.toReversed()]);
  writeFileSync(microphone, encodeWav({ sampleRate: MICROPHONE_RATE, samples: twice }, 16));
  const server = await startCountingServer({ folder: join(home, 'server') });
  const env = { TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: server.token };
  const { app, page } = await launchApp({ home, microphone, env });

  await page.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await expect(page.getByText(/^I, Ada, agree today/)).toBeVisible();
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Start recording' }).click();
  await readOn(page, 3);
  for (const key of ['ArrowRight', 'Enter']) {
    await page.keyboard.press(key);
    await readOn(page, 4);
  }
  await page.getByRole('button', { name: 'Next sentence' }).click();
  await readOn(page, 4);
  await page.keyboard.press('Space');
  await page.getByText('Agreed aloud', { exact: false }).waitFor();

  const consent = onlyConsent(home);
  expect(consent.kept.text).toMatch(/^I, Ada, agree today/);
  expect(consent.kept.sha256).toBe(createHash('sha256').update(consent.wav).digest('hex'));
  const first = partsOf(home);
  expect(first.map(({ sentence }) => sentence)).toEqual([0, 1, 2]);
  const [take] = keptIn(home, 'takes');
  expect(first[0]?.from).toBe(consent.kept.from.to);

  // The second sentence once more, alone.
  await page.getByRole('button', { name: /^Read “A girl .* again$/ }).click();
  await readOn(page, 4);
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await expect.poll(() => partsOf(home)[1]?.takeId).not.toBe(take?.id);
  const parts = partsOf(home);
  expect(parts.map(({ sentence }) => sentence)).toEqual([0, 1, 2]);
  expect([parts[0], parts[2]]).toEqual([first[0], first[2]]);

  await makeVoice(page, 'Ada');
  await voiceIsReady(page, 'Ada');
  await app.close();

  expect(server.count('PUT upload')).toBe(1);
  const uploaded = soundIn(server.uploads[0]);
  for (const part of parts)
    expect(heardIn(uploaded, middleOf(home, part)), `sentence ${part.sentence}`).toBeGreaterThan(0.99);
  const silenced = first[1];
  if (silenced) expect(heardIn(uploaded, middleOf(home, silenced))).toBeLessThan(0.9);
  expect(heardIn(uploaded, loudest(soundIn(consent.wav)))).toBeLessThan(0.9);
  expect(steepest(uploaded)).toBeLessThanOrEqual(
    steepest(soundOf(home, 'takes', take?.id ?? '').samples) * 2,
  );

  const voices: readonly Voice[] = Object.values(documentOf(home, 'voices')['voices'] ?? {});
  if (voices.length > 0)
    expect(voices[0]).toMatchObject({
      parts,
      consent: { how: 'spoken', record: { sha256: consent.kept.sha256 } },
    });
  expect(readdirSync(join(home, 'consents')).sort()).toEqual([
    `${consent.kept.id}.json`,
    `${consent.kept.id}.wav`,
  ]);
  await server.close();
  remove();
});

test('without a spoken consent nothing is uploaded, and the window says what is missing', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 20, 0.1);
  const { app, page } = await launchApp({ home, microphone });
  // The consent is passed over at once: what is left of it, with the second before the press, is no sentence.
  await page.getByRole('button', { name: 'Start recording' }).click();
  await page.getByText('First your consent').waitFor();
  await page.keyboard.press('ArrowRight');
  await readOn(page, 12);
  await page.keyboard.press('Space');
  await page.getByText('No consent yet.', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'Make a voice' }).click();
  const form = page.getByRole('form', { name: 'Make a voice' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await expect(form.getByRole('button', { name: 'Make the voice' })).toBeDisabled();
  await form.getByRole('button', { name: 'Not now' }).click();

  // It can be read afterwards, by itself.
  await page.getByRole('button', { name: 'Read the consent' }).click();
  await readOn(page, 4);
  await page.getByRole('button', { name: 'Stop recording' }).click();
  await page.getByText('Agreed aloud', { exact: false }).waitFor();
  await makeVoice(page, 'Ada');
  await voiceIsReady(page, 'Ada');
  await app.close();
  remove();
});

test('a file: taken in by the dialog, its part chosen, a statement ticked, a voice of that part', async () => {
  const { home, remove } = temporaryHome();
  const file = join(home, 'A talk.wav');
  const speech = await writeSpeechFile(file, 24, 0.1);
  const long = new Float32Array(speech.length * 3);
  for (let i = 0; i < 3; i++) long.set(speech, i * speech.length);
  writeFileSync(file, encodeWav({ sampleRate: MICROPHONE_RATE, samples: long }, 16));
  const server = await startCountingServer({ folder: join(home, 'server') });
  const env = { TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: server.token };
  const { app, page } = await launchApp({ home, env });
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);

  await page.getByRole('button', { name: 'Choose a file' }).click();
  const trim = page.getByRole('group', { name: 'Choose the part' });
  await trim.waitFor({ timeout: 30_000 });
  const suggested = partsOf(home)[0];
  expect(((suggested?.to ?? 0) - (suggested?.from ?? 0)) / MICROPHONE_RATE).toBeLessThanOrEqual(45);
  await trim.getByRole('spinbutton', { name: 'Begins at' }).fill('25');
  await trim.getByRole('spinbutton', { name: 'Ends at' }).fill('45.5');
  await trim.getByRole('spinbutton', { name: 'Ends at' }).press('ArrowDown');
  await trim.getByRole('button', { name: 'Use this part' }).click();
  await expect(trim).toHaveCount(0);
  const [from, to] = [25 * MICROPHONE_RATE, Math.round(45.45 * MICROPHONE_RATE)];
  await expect.poll(() => partsOf(home)[0]).toMatchObject({ from, to });
  await page.keyboard.press('Control+z');
  await expect.poll(() => partsOf(home)[0]).toEqual(suggested);
  await page.keyboard.press('Control+Shift+z');
  await expect.poll(() => partsOf(home)[0]).toMatchObject({ from, to });

  await page.getByRole('button', { name: 'Make a voice' }).click();
  const form = page.getByRole('form', { name: 'Make a voice' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await expect(form.getByRole('button', { name: 'Make the voice' })).toBeDisabled();
  await form.getByRole('checkbox', { name: 'The speaker in this file' }).check();
  await form.getByRole('button', { name: 'Make the voice' }).click();
  await voiceIsReady(page, 'Ada');
  await app.close();
  const uploaded = soundIn(server.uploads[0]);
  expect(uploaded.length).toBe(to - from);
  expect([...uploaded.subarray(1000, 1010)]).toEqual([...long.subarray(from + 1000, from + 1010)]);
  await server.close();
  remove();
});

/** Reads for so many seconds, once it records. */
async function readOn(page: Page, seconds: number): Promise<void> {
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  await page.waitForTimeout(seconds * 1000);
}

interface KeptConsentFile {
  readonly id: string;
  readonly text: string;
  readonly sha256: string;
  readonly from: SamplePart;
}

function onlyConsent(home: string): { readonly kept: KeptConsentFile; readonly wav: Buffer } {
  const folder = join(home, 'consents');
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const kept: KeptConsentFile = JSON.parse(readFileSync(join(folder, name), 'utf8'));
  return { kept, wav: readFileSync(join(folder, `${kept.id}.wav`)) };
}

function documentOf(home: string, name: string): Readonly<Record<string, Record<string, Voice>>> {
  return JSON.parse(readFileSync(join(home, `${name}.json`), 'utf8'));
}

function partsOf(home: string): readonly SamplePart[] {
  return JSON.parse(readFileSync(join(home, 'sample.json'), 'utf8')).parts;
}

function soundIn(wav: Uint8Array | undefined): Float32Array {
  const sound = decodeWav(wav ?? new Uint8Array());
  if (!sound.ok) throw new Error(sound.fault.code);
  return sound.value.samples;
}

/** Half a second where a part is loudest, away from its edges. */
function middleOf(home: string, { takeId, from, to }: SamplePart): Float32Array {
  const { samples, sampleRate } = soundOf(home, 'takes', takeId);
  const edge = Math.round(sampleRate * 0.3);
  return loudest(samples.subarray(from + edge, to - edge));
}

function loudest(samples: Float32Array, length = 24_000): Float32Array {
  let best = { at: 0, energy: -1 };
  for (let at = 0; at + length <= samples.length; at += length / 4) {
    const energy = samples.subarray(at, at + length).reduce((sum, x) => sum + x * x, 0);
    if (energy > best.energy) best = { at, energy };
  }
  return samples.subarray(best.at, best.at + length);
}

/** The best correlation of the probe with any place of the sound, 0…1; a level that was matched does not matter. */
function heardIn(sound: Float32Array, probe: Float32Array): number {
  const power = probe.reduce((sum, x) => sum + x * x, 0);
  let best = 0;
  let energy = sound.subarray(0, probe.length).reduce((sum, x) => sum + x * x, 0);
  for (let at = 0; at + probe.length <= sound.length; at++) {
    if (energy > power / 16) {
      // A short look first: the whole only where the two are alike.
      const look = correlation(sound, probe, at, 512);
      if (look > 0.85) best = Math.max(best, correlation(sound, probe, at, probe.length));
    }
    energy += (sound[at + probe.length] ?? 0) ** 2 - (sound[at] ?? 0) ** 2;
  }
  return best;
}

function correlation(sound: Float32Array, probe: Float32Array, at: number, length: number): number {
  let [both, a, b] = [0, 0, 0];
  for (let i = 0; i < length; i++) {
    const [x, y] = [sound[at + i] ?? 0, probe[i] ?? 0];
    both += x * y;
    a += x * x;
    b += y * y;
  }
  return both / Math.sqrt(a * b || 1);
}

function steepest(samples: Float32Array): number {
  let most = 0;
  for (let i = 1; i < samples.length; i++)
    most = Math.max(most, Math.abs((samples[i] ?? 0) - (samples[i - 1] ?? 0)));
  return most;
}
