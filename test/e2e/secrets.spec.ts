import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { startCountingServer } from './counting-server.ts';
import { addServer, goTo, makeVoice, speak, voiceIsReady } from './journey.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { writeSpeechFile } from './speech-file.ts';

const TEXT = 'The rain has stopped, and the street is quiet.';

test('the token and the queries of links are in no file, no report, not in the window’s memory and in no dump of a crash', async () => {
  test.setTimeout(240_000);
  const { home: root, remove } = temporaryHome();
  const home = join(root, 'home');
  mkdirSync(home);
  const talk = join(root, 'A talk.wav');
  await writeSpeechFile(talk, 24, 0.1);
  const server = await startCountingServer({ folder: join(root, 'server') });
  const { app, page, output } = await launchApp({ home, args: ['--password-store=basic'] });
  const dumps = await app.evaluate(({ app: electron }) => electron.getPath('crashDumps'));
  const secrets = () => [server.token, ...server.signatures];

  await addServer(page, server, false);
  await page.getByRole('radio', { name: 'Desk' }).check();
  await goTo(page, 'Record');
  await answerDialogs(app, talk);
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByRole('button', { name: 'Make a voice' }).click();
  await page.getByRole('checkbox', { name: 'The speaker in this file' }).check();
  await page.getByRole('form', { name: 'Make a voice' }).getByRole('button', { name: 'Not now' }).click();
  await makeVoice(page, 'Ada');
  await voiceIsReady(page, 'Ada');
  await speak(page, 'Ada', TEXT);

  await test.step('words of a server that repeat secrets', async () => {
    const [signature = ''] = server.signatures;
    server.refuse('POST send_tts', `no: ${server.token}, see ${server.url}/a.wav?${signature}`);
    const desk = page.getByRole('main');
    await desk.getByRole('textbox', { name: 'Text to speak' }).fill('Once more, and again.');
    await desk.getByRole('button', { name: 'Speak', exact: true }).click();
    await desk.getByRole('button', { name: 'Copy details' }).click();
    await expect(desk.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain('trace-of-a-refusal');
    for (const secret of secrets()) expect(copied).not.toContain(secret);
  });

  await test.step('what is saved, and the receipt of a deletion', async () => {
    await answerDialogs(app, join(root, 'clip.wav'));
    await page.getByRole('article', { name: TEXT }).getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Save as…' }).click();
    await expect.poll(() => sizeOf(join(root, 'clip.wav'))).toBeGreaterThan(1000);
    await goTo(page, 'Voices');
    const card = page.getByRole('article', { name: 'Ada' });
    await answerDialogs(app, join(root, 'Ada.timbrevoice'));
    await card.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Save as a file…' }).click();
    await expect.poll(() => sizeOf(join(root, 'Ada.timbrevoice'))).toBeGreaterThan(1000);
    await card.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Delete…' }).click();
    await page.getByRole('button', { name: 'Delete', exact: true }).click();
    await expect(page.getByRole('article', { name: 'Receipt for Ada' })).toBeVisible();
  });

  await test.step('the memory of the window', async () => {
    const memory = await heapOf(page);
    expect(memory).toContain('Receipt for ');
    for (const secret of secrets()) expect(memory.includes(secret)).toBe(false);
  });

  await test.step('the window crashes, and then the app', async () => {
    const crashed = page.waitForEvent('crash');
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
    });
    await crashed;
    const gone = new Promise((done) => app.process().once('exit', done));
    await app.evaluate(() => setTimeout(() => process.crash(), 50)).catch(() => undefined);
    await gone;
    await app.close().catch(() => undefined);
    // No dump is written at all: what is in the main process's memory would be in it.
    expect(filesIn(dumps).filter((path) => path.endsWith('.dmp'))).toEqual([]);
  });

  expect(server.signatures.size).toBeGreaterThan(1);
  const kept = [...filesIn(home), join(root, 'clip.wav'), join(root, 'Ada.timbrevoice')];
  for (const secret of secrets()) {
    expect(output()).not.toContain(secret);
    expect(kept.filter((path) => readFileSync(path).includes(secret))).toEqual([]);
  }
  await server.close();
  remove();
});

/** Every dialog is answered with this file. */
function answerDialogs(app: ElectronApplication, path: string): Promise<void> {
  return app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [filePath] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

function filesIn(folder: string): readonly string[] {
  if (statSync(folder, { throwIfNoEntry: false }) === undefined) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile());
}

/** A snapshot of the page's heap: every string that is in it. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const pieces: string[] = [];
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await session.detach();
  return pieces.join('');
}
