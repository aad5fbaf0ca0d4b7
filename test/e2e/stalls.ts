import { Worker } from 'node:worker_threads';
import type { Page } from '@playwright/test';

/** Keeps two cores busy and blocks the window's own thread for 300 ms out of every 700; answers the undo. */
export async function keepBusy(page: Page): Promise<() => Promise<void>> {
  const hogs = [0, 1].map(() => new Worker('for (;;) Math.sqrt(Math.random());', { eval: true }));
  await page.evaluate(() => {
    const timer = setInterval(() => {
      const end = performance.now() + 300;
      while (performance.now() < end);
    }, 700);
    Object.assign(window, { endStalls: () => clearInterval(timer) });
  });
  return async () => {
    await page.evaluate(() => (window as unknown as { endStalls: () => void }).endStalls());
    await Promise.all(hogs.map((hog) => hog.terminate()));
  };
}
