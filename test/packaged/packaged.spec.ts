import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page, test } from '@playwright/test';
import { makeVoice, record, SENTENCE, speak, voiceIsReady } from '../e2e/journey.ts';
import { keptIn, soundOf } from '../e2e/kept.ts';
import { ROOT, temporaryHome } from '../e2e/launch.ts';
import { writeSpeechFile } from '../e2e/speech-file.ts';

test('the packaged app starts and finishes the journey', async () => {
  const { home, remove } = temporaryHome();
  const microphone = join(home, 'microphone.wav');
  await writeSpeechFile(microphone, 12);
  const port = await freePort();
  const app = spawn(
    join(ROOT, 'release/linux-unpacked/timbre'),
    [
      // As root Chromium has no sandbox; for anybody else the packaged app keeps it.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--remote-debugging-port=${port}`,
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${microphone}%noloop`,
    ],
    { env: { ...process.env, TIMBRE_HOME: home }, stdio: 'ignore' },
  );
  try {
    const page = await firstPage(port);
    await record(page, 12);
    // The native engine and its model are outside the archive.
    await expect(() => expect(keptIn(home, 'takes')[0]?.speech?.by).toBe('silero')).toPass();
    await makeVoice(page, 'Ada');
    await voiceIsReady(page, 'Ada');
    await speak(page, 'Ada', SENTENCE);
    const [clip] = keptIn(home, 'clips');
    const { samples, sampleRate } = soundOf(home, 'clips', clip?.id ?? '');
    expect(samples.length / sampleRate).toBeGreaterThan(2);
    expect(Math.max(...samples)).toBeGreaterThan(0.05);
  } finally {
    const gone = new Promise((resolve) => app.once('exit', resolve));
    app.kill('SIGTERM');
    await gone;
    remove();
  }
});

/** The window of the packaged app; its inspector is fused off, so it is reached by the browser's own protocol. */
async function firstPage(port: number): Promise<Page> {
  let browser: Browser | undefined;
  await expect(async () => {
    browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  }).toPass({ timeout: 30_000 });
  const context = browser?.contexts()[0];
  const page = context?.pages()[0] ?? (await context?.waitForEvent('page'));
  if (!page) throw new Error('the packaged app opened no window');
  await page.getByRole('button', { name: 'Start recording' }).waitFor();
  return page;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}
