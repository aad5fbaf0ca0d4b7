import { type Page, test } from '@playwright/test';
import { goTo } from '../e2e/journey.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { seedClips } from '../e2e/seed-clips.ts';
import { clickToDrawn } from './click-to-drawn.ts';
import { report } from './report.ts';
import { typeWatched, watchFrames } from './watch-frames.ts';

const CLIPS = 10_000;

test('ten thousand clips are opened, searched as one types, and scrolled', async () => {
  test.setTimeout(300_000);
  const { home, remove } = temporaryHome();
  seedClips(
    home,
    Array.from({ length: CLIPS }, (_, i) => ({
      ...{ text: `Line ${i}: the sea was calm, and nobody was out.`, seconds: 0.1 },
      ...{ line: { batchId: 'gone', lineId: String(i) } },
    })),
  );
  try {
    const { app, page } = await launchApp({ home });
    await goTo(page, 'Speak');
    const opened = await openHistory(page);
    const keys = await search(page);
    await page.getByRole('grid').hover();
    const frames = await watchFrames(page);
    for (let turn = 0; turn < 300; turn++) await page.mouse.wheel(0, 600);
    const scrolled = await frames();
    await app.close();
    await report(
      {
        ...{ name: 'All clips: open 10,000', unit: 'ms', values: opened, target: { atMost: 300 } },
        how: 'From the click until the first clip is drawn.',
      },
      {
        ...{ name: 'All clips: a key of a search, to paint', unit: 'ms', values: keys },
        target: { atMost: 33, everyRun: true },
        how: 'Key pressed until the frame that shows it is drawn, which waits for the screen up to 16.7 ms.',
      },
      {
        ...{ name: 'All clips: scroll, late frames', unit: '%', values: [scrolled.late] },
        target: { atMost: 5 },
        how: `Of ${scrolled.count} frames, more than 16.7 ms after the one before.`,
      },
      { name: '  the longest', unit: 'ms', values: [scrolled.longest], how: 'Of the same frames.' },
    );
  } finally {
    remove();
  }
});

async function openHistory(page: Page): Promise<readonly number[]> {
  const opened: number[] = [];
  for (let round = 0; round < 5; round++) {
    const drawn = clickToDrawn(page, '.history-text');
    await page.getByRole('button', { name: 'All clips' }).click();
    opened.push(await drawn);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'All clips' }).waitFor();
  }
  await page.getByRole('button', { name: 'All clips' }).click();
  await page.getByRole('grid').waitFor();
  return opened;
}

async function search(page: Page): Promise<readonly number[]> {
  const keys: number[] = [];
  const box = page.getByRole('searchbox', { name: 'Look for a clip' });
  for (const text of ['line 99', 'calm 12', 'nobody ada 7']) {
    await box.fill('');
    await box.click();
    await page.waitForTimeout(300);
    keys.push(...(await typeWatched(page, text, 80)));
  }
  await box.fill('');
  return keys;
}
