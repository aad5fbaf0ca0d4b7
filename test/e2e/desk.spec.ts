import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type ElectronApplication, expect, test } from '@playwright/test';
import { goTo } from './journey.ts';
import { keptIn } from './kept.ts';
import { launchApp, temporaryHome } from './launch.ts';
import { cloneAda } from './timbre.ts';

interface Told {
  readonly notices: { title: string; body: string }[];
  readonly bars: (readonly [share: number, mode: string | undefined])[];
}

/** Writes down what the app asks of the system from here on; the window counts as one that nobody looks at. */
async function watchSystem(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow, Notification }) => {
    const told: Told = { notices: [], bars: [] };
    Object.assign(globalThis, { told, clicks: [] });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      told.notices.push({ title: this.title, body: this.body });
      (globalThis as unknown as { clicks: (() => void)[] }).clicks.push(() => this.emit('click'));
    };
    const [window] = BrowserWindow.getAllWindows();
    if (!window) return;
    window.isFocused = () => false;
    window.setProgressBar = (share, options) => void told.bars.push([share, options?.mode]);
  });
}

const told = (app: ElectronApplication): Promise<Told> =>
  app.evaluate(() => (globalThis as unknown as { told: Told }).told);

test('a batch survives the sleep of the computer, is told when it ends, and comes up at a click', async () => {
  test.setTimeout(180_000);
  const { home: root, remove } = temporaryHome();
  const [home, files] = [join(root, 'home'), join(root, 'files')];
  mkdirSync(files);
  await cloneAda(home, join(files, 'sample.wav'));
  const { app, page, output } = await launchApp({ home });
  await watchSystem(app);

  await goTo(page, 'Speak');
  await page
    .getByRole('textbox', { name: 'Text to speak' })
    .fill('First of all.\n\nSecond of all.\n\nThird.');
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('suspend'));
  await page.getByRole('main').getByRole('button', { name: 'Speak', exact: true }).click();
  const card = page.getByRole('article', { name: 'First of all.' }).first();
  await expect(card.getByText('0 of 3', { exact: false })).toBeVisible();
  // A locked screen, or one that is opened again, is no reason for anything.
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('lock-screen');
    powerMonitor.emit('unlock-screen');
  });
  await page.waitForTimeout(1500);
  expect(keptIn(home, 'clips'), 'nothing is begun while it sleeps').toEqual([]);
  expect((await told(app)).bars).toEqual([[0, 'normal']]);

  await goTo(page, 'Voices');
  await app.evaluate(({ powerMonitor }) => void powerMonitor.emit('resume'));
  await expect.poll(() => keptIn(home, 'clips').length, { timeout: 60_000 }).toBe(3);
  await expect
    .poll(async () => (await told(app)).notices)
    .toEqual([{ title: 'First of all.', body: 'All 3 lines are spoken.' }]);
  expect((await told(app)).bars.at(-1)).toEqual([-1, undefined]);

  await app.evaluate(() => (globalThis as unknown as { clicks: (() => void)[] }).clicks[0]?.());
  await expect(card.getByRole('region', { name: 'Lines of First of all.' })).toBeVisible();
  expect(output()).not.toMatch(/answering |Unhandled|TypeError/);
  await app.close();
  remove();
});
