import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { integratedLoudness } from '../../electron/recording/quality/loudness.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import type { Comparison } from '../../electron/speaking/comparison.ts';
import { startCountingServer } from './counting-server.ts';
import { addServer, goTo, makeVoice, readScript, scriptLine, voiceIsReady } from './journey.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

/** The sentence that no voice is made of: the third of the script. */
const HELD_OUT = 2;
const LINE = scriptLine(HELD_OUT);
/** How much quieter the server elsewhere speaks, so that there is something to make equal. */
const QUIETER = 0.35;

test('one take on two engines here and on a server elsewhere: heard blind, equally loud, beside the held-out sentence', async () => {
  test.setTimeout(180_000);
  const { home: root, remove } = temporaryHome();
  const home = join(root, 'home');
  mkdirSync(home);
  const microphone = join(root, 'microphone.wav');
  await writeSpeechFile(microphone, 26, 0.1);
  const server = await startCountingServer({ folder: join(root, 'server'), speechGain: QUIETER });
  const args = ['--password-store=basic'];
  const { app, page } = await launchApp({ home, microphone, args });

  await readScript(page, 4);
  const rows = page.getByRole('region', { name: 'What the sample is made of' });
  await rows.getByRole('button', { name: `Leave out “${LINE}”` }).click();
  await expect(rows.getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Make a voice' }).click();
  const form = page.getByRole('form', { name: 'Make a voice' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Ada');
  await form.getByRole('checkbox', { name: 'Try several engines' }).check();
  for (const engine of ['Cartesia', 'ElevenLabs'])
    await form.getByRole('checkbox', { name: engine }).uncheck();
  await form.getByRole('button', { name: 'Make 2 voices' }).click();
  for (const name of ['Ada · A2E', 'Ada · MiniMax']) await voiceIsReady(page, name);
  await addServer(page, server, true);
  await page.getByRole('radio', { name: 'Desk' }).check();
  await goTo(page, 'Record');
  await page.getByRole('region', { name: 'Your recordings' }).getByRole('checkbox').check();
  await rows.getByRole('button', { name: `Leave out “${LINE}”` }).click();
  await expect(rows.getByRole('listitem')).toHaveCount(3);
  await makeVoice(page, 'Ada elsewhere');
  await voiceIsReady(page, 'Ada elsewhere');

  await page.getByRole('button', { name: 'Compare them blind' }).click();
  const setup = page.getByRole('region', { name: 'What to compare' });
  await setup.getByRole('button', { name: 'Add a voice' }).click();
  await page.getByRole('option', { name: 'Ada elsewhere' }).click();
  const said = setup.getByRole('textbox');
  await setup.getByRole('radio', { name: LINE }).check();
  await expect(said).toHaveValue(LINE);
  await setup.getByRole('button', { name: 'Have them say it' }).click();

  const decide = page.getByRole('region', { name: 'Listen and decide' });
  const letters = ['A', 'B', 'C'].map((letter) => decide.getByRole('listitem', { name: `Voice ${letter}` }));
  for (const letter of letters) await expect(letter.getByRole('button', { name: 'Play' })).toBeVisible();
  await expect(decide.getByText('Which sounds most like you?')).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('main')).not.toContainText(/Ada|MiniMax|A2E|Desk/);

  await listenToPlayers(page);
  const own = decide.locator('.compare-sound').filter({ hasText: 'You' });
  const heard = [];
  for (const player of [own, ...letters]) heard.push(await hear(page, player));
  const [loudest, quietest] = [Math.max(...heard), Math.min(...heard)];
  expect(loudest - quietest).toBeLessThanOrEqual(0.5);

  const [first, second] = letters;
  await second?.getByRole('button', { name: 'Likest' }).click();
  await first?.getByRole('button', { name: '2nd' }).click();
  await decide.getByRole('button', { name: 'Show which is which' }).click();
  const revealed = page.getByRole('region', { name: 'Which was which' });
  for (const name of ['Ada · A2E', 'Ada · MiniMax', 'Ada elsewhere'])
    await expect(revealed.getByText(name, { exact: true })).toBeVisible();
  const { voices, ranking, text, own: kept } = comparisonIn(home);
  expect(text).toBe(LINE);
  expect(kept?.seconds).toBeGreaterThan(3);
  expect(ranking?.[0]).toBe(voices[1]?.voiceId);
  expect(new Set(ranking)).toEqual(new Set(voices.map(({ voiceId }) => voiceId)));
  await app.close();

  // The choice outlives the app: nothing waits to be decided, and the sounds are still there.
  const again = await launchApp({ home, args });
  await goTo(again.page, 'Voices');
  await expect(again.page.getByRole('article', { name: 'Ada elsewhere' })).toBeVisible();
  await expect(again.page.getByText('wait for you to decide')).toHaveCount(0);
  await again.app.close();
  await server.close();
  remove();
});

function comparisonIn(home: string): Comparison {
  const folder = join(home, 'comparisons');
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.json'));
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

interface Heard {
  readonly played: HTMLMediaElement;
}

/** From now on the page remembers what was played last, and how loud. */
function listenToPlayers(page: Page): Promise<void> {
  return page.evaluate(() => {
    const play = HTMLMediaElement.prototype.play;
    HTMLMediaElement.prototype.play = function (this: HTMLMediaElement) {
      Object.assign(window, { played: this });
      return play.call(this);
    };
  });
}

/** Plays it for a moment; answers how loud the very sound that is played is at its volume, in LUFS. */
async function hear(page: Page, player: Locator): Promise<number> {
  await player.getByRole('button', { name: 'Play' }).click();
  await expect
    .poll(() => page.evaluate(() => (window as unknown as Heard).played.currentTime))
    .toBeGreaterThan(0.1);
  const { volume, bytes } = await page.evaluate(async () => {
    const { played } = window as unknown as Heard;
    played.pause();
    const { volume, src } = played;
    return { volume, bytes: [...new Uint8Array(await (await fetch(src)).arrayBuffer())] };
  });
  const sound = decodeWav(new Uint8Array(bytes));
  if (!sound.ok) throw new Error(sound.fault.code);
  const samples = sound.value.samples.map((sample) => sample * volume);
  return integratedLoudness(samples, sound.value.sampleRate) ?? Number.NaN;
}
