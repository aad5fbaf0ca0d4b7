import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startCountingServer } from './counting-server.ts';
import { CONSENT_SECONDS, clipIsThere, goTo, makeVoice, record } from './journey.ts';
import { keptIn } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

const SAMPLE_SECONDS = 12;
const LINES = 'The first line waits.\n\nThe second line waits too.';
const ALONE = 'This one is asked while the voice is in training.';

test('all is asked without a network, and in training: then the network comes, and each is done once', async () => {
  test.setTimeout(240_000);
  const { home, remove } = temporaryHome();
  const port = await freePort();
  const env = {
    TIMBRE_SERVER_URL: `http://127.0.0.1:${port}`,
    TIMBRE_TOKEN: 'sk_test.a-token.that-must-appear-nowhere',
  };
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, CONSENT_SECONDS + SAMPLE_SECONDS);
  const { app, page, output } = await launchApp({ home, microphone, env });
  await record(page, SAMPLE_SECONDS);
  await makeVoice(page, 'Ada');

  await goTo(page, 'Speak');
  const paper = page.getByRole('textbox', { name: 'Text to speak' });
  await expect(page.getByText('In training: what you ask will wait.')).toBeVisible();
  await paper.fill(LINES);
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Speak/ })
    .click();
  const card = page.getByRole('article', { name: 'The first line waits.' }).first();
  await expect(card.getByText('0 of 2', { exact: false })).toBeVisible();
  await page.waitForTimeout(1500);
  expect(keptIn(home, 'clips')).toEqual([]);

  const server = await startCountingServer({ folder: join(home, 'server'), port, trainingDelayMs: 4000 });
  await expect.poll(() => server.count('POST training'), { timeout: 60_000 }).toBe(1);
  await paper.fill(ALONE);
  await page
    .getByRole('main')
    .getByRole('button', { name: /^Speak/ })
    .click();
  await clipIsThere(page, ALONE);
  await expect(card.getByText('2 lines', { exact: true })).toBeVisible({ timeout: 60_000 });
  expect(server.count('POST training')).toBe(1);
  expect(server.count('PUT upload')).toBe(1);
  expect(server.count('POST send_tts')).toBe(3);
  expect(keptIn(home, 'clips')).toHaveLength(3);
  expect(output()).not.toMatch(/answering |Unhandled|TypeError/);
  await app.close();
  await server.close();
  remove();
});

/** A port that nobody listens at. */
async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done));
  const address = probe.address();
  await new Promise((done) => probe.close(done));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
