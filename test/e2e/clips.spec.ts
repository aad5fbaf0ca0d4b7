import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ElectronApplication, expect, type Page, test } from '@playwright/test';
import { decodeSound } from '../../electron/recording/decode-sound.ts';
import { choosesFolder } from './chooses-folder.ts';
import { goTo } from './journey.ts';
import { keptIn, readSound } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { seedClips } from './seed-clips.ts';

const TERM = 'http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia';

test('all clips are found, starred, discarded and had back, and two of them saved', async () => {
  const { home, remove } = temporaryHome();
  const music = join(home, 'music');
  mkdirSync(music);
  seedClips(home, [
    { text: 'The sea was calm.', seconds: 2 },
    { text: 'A line of a batch that is gone.', line: { batchId: 'batch-gone', lineId: '0' } },
    { text: 'The wind rose.', voiceName: 'Bob', voiceId: 'voice-2', stock: 'slt' },
    { text: 'By the sea at night.', seconds: 3 },
  ]);
  const { app, page, output } = await launchApp({ home });
  await openHistory(page);
  const rows = page.getByRole('grid', { name: 'Clips' }).getByRole('row');
  await expect(rows).toHaveCount(4);
  await expect(rows.first()).toContainText('By the sea at night.');
  await expect(page.getByText('from a removed batch')).toBeVisible();
  await expect(page.getByText(/^4 clips · \d+ kB on disk$/)).toBeVisible();

  await page.getByRole('searchbox', { name: 'Look for a clip' }).fill('SEA the');
  await expect(rows).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Look for a clip' }).fill('bob');
  await expect(rows).toHaveText([/The wind rose/]);
  await page.getByRole('searchbox', { name: 'Look for a clip' }).fill('');

  await rows.nth(3).getByRole('button', { name: 'Make it a favourite' }).click();
  await expect.poll(() => keptIn(home, 'clips')[0]?.isFavourite).toBe(true);
  await choose(page, 'Which clips', 'Favourites');
  await expect(rows).toHaveText([/The sea was calm/]);
  await choose(page, 'Which clips', 'All clips');

  await rows.nth(1).click();
  await page.keyboard.press('Delete');
  await expect(rows).toHaveCount(3);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows).toHaveCount(4);
  expect(keptIn(home, 'clips').every(({ state }) => state.status === 'kept')).toBe(true);

  await rows.nth(0).click();
  await rows.nth(3).click({ modifiers: ['Control'] });
  await expect(page.getByText('2 clips chosen')).toBeVisible();
  await page.getByRole('button', { name: 'Export…' }).click();
  await choosesFolder(app, music);
  await page.getByRole('button', { name: 'Another folder…' }).click();
  await expect(page.getByText('Saved 2 files in music.')).toBeVisible();
  const files = readdirSync(music).sort();
  expect(files).toEqual(['1-Ada-The sea was calm.wav', '2-Ada-By the sea at night.wav']);
  expect(secondsOf(join(music, files[0] ?? ''))).toBeCloseTo(2, 1);
  expect(readFileSync(join(music, files[1] ?? ''), 'utf8')).toContain(TERM);

  await page.getByText('One file', { exact: true }).click();
  await page.getByText('Opus', { exact: true }).click();
  await page.getByRole('button', { name: 'Another folder…' }).click();
  await expect(page.getByText(/^Saved as .*\.opus in music\.$/)).toBeVisible();
  const opus = readdirSync(music).find((name) => name.endsWith('.opus')) ?? '';
  const sound = await decodeSound(readFileSync(join(music, opus)));
  // Both, and the breath between them.
  expect(sound.ok && sound.value.samples.length / sound.value.sampleRate).toBeCloseTo(5.7, 1);
  expect(output()).not.toMatch(/answering |Unhandled|TypeError/);
  await app.close();
  remove();
});

test('a clip is dragged out of the window as a file that says what it is', async () => {
  const { home, remove } = temporaryHome();
  seedClips(home, [
    { text: 'First.', seconds: 2 },
    { text: 'Second, a little longer.', seconds: 3 },
  ]);
  const { app, page, output } = await launchApp({ home });
  await goTo(page, 'Speak');
  await watchDrags(app);
  const card = page.getByRole('article', { name: 'Second, a little longer.' });
  await drag(page, card.getByTitle('Drag it into a folder or another program'), async () => {
    await expect.poll(() => draggedFiles(app)).toHaveLength(1);
  });
  const [[file = ''] = []] = await draggedFiles(app);
  expect(basename(file)).toBe('Ada-Second, a little longer.wav');
  expect(secondsOf(file)).toBeCloseTo(3, 1);
  const text = readFileSync(file, 'utf8');
  expect(text).toContain(`<Iptc4xmpExt:DigitalSourceType>${TERM}</Iptc4xmpExt:DigitalSourceType>`);
  expect(text).toContain('AI-generated speech. Voice: Ada.');

  const saved = join(home, 'mine.mp3');
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, saved);
  await card.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Save as…' }).click();
  await expect(card.getByText(/^Saved as mine\.mp3 in /)).toBeVisible();
  expect(readFileSync(saved).subarray(0, 3).toString()).toBe('ID3');

  await openHistory(page);
  await page.getByRole('grid', { name: 'Clips' }).focus();
  await page.keyboard.press('Control+a');
  await expect(page.getByText('2 clips chosen')).toBeVisible();
  await drag(page, page.getByText('First.'), async () => {
    await expect.poll(() => draggedFiles(app)).toHaveLength(2);
  });
  const both = (await draggedFiles(app))[1] ?? [];
  expect(both.map((path) => basename(path))).toEqual([
    '1-Ada-Second, a little longer.wav',
    '2-Ada-First.wav',
  ]);

  // The test's mouse was let go over the row, which a real drag's is not.
  await page.getByRole('grid', { name: 'Clips' }).focus();
  await page.keyboard.press('Control+a');
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => copiedFiles(app)).toContain('/2-Ada-First.wav\r\n');
  await app.close();
  expect(both.every((path) => existsSync(path))).toBe(true);
  const again = await launchApp({ home });
  expect(
    both.some((path) => existsSync(path)),
    'emptied at the next start',
  ).toBe(false);
  expect(output()).not.toMatch(/answering |Unhandled|TypeError/);
  await again.app.close();
  remove();
});

async function openHistory(page: Page): Promise<void> {
  await goTo(page, 'Speak');
  await page.getByRole('button', { name: 'All clips' }).click();
  await expect(page.getByRole('heading', { name: 'All clips' })).toBeVisible();
}

async function choose(page: Page, label: string, words: string): Promise<void> {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByRole('option', { name: words }).click();
}

/** What the system would be handed: a real drag would take the mouse away from the test. */
async function watchDrags(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    const dragged: string[][] = [];
    Object.assign(globalThis, { dragged });
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents)
      contents.startDrag = ({ files = [], icon }) => {
        if (typeof icon !== 'string' && !icon.isEmpty()) dragged.push(files);
      };
  });
}

function draggedFiles(app: ElectronApplication): Promise<string[][]> {
  return app.evaluate(() => (globalThis as unknown as { dragged: string[][] }).dragged);
}

/** What lies on the clipboard for file managers; Electron 45 reads it otherwise than the ones before. */
function copiedFiles(app: ElectronApplication): Promise<string> {
  return app.evaluate(async ({ clipboard }) => {
    const former = clipboard as unknown as { readBuffer?(format: string): Buffer };
    if (former.readBuffer) return former.readBuffer('text/uri-list').toString();
    const [item] = await clipboard.read();
    const blob = await item?.getType('electron application/osclipboard;format="text/uri-list"');
    return blob instanceof Blob ? blob.text() : '';
  });
}

/** Presses and moves; the button is let go when `until` resolves. */
async function drag(
  page: Page,
  handle: ReturnType<Page['getByText']>,
  until: () => Promise<void>,
): Promise<void> {
  const box = await handle.boundingBox();
  if (!box) throw new Error('not there');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 40, y + 40, { steps: 5 });
  await until();
  await page.mouse.up();
}

function secondsOf(path: string): number {
  const { samples, sampleRate } = readSound(path);
  return samples.length / sampleRate;
}
