import type { Page } from '@playwright/test';

/** When things happened in the window, in milliseconds since 1970. */
export interface WindowTimes {
  readonly clickedAt: number;
  readonly readyAt: number;
}

/**
 * Watches a window that records for the click on Stop and what follows it, from inside: a question from outside would
 * come later than what it asks for. Answers the function that waits for the end.
 */
export async function watchWindow(page: Page): Promise<() => Promise<WindowTimes>> {
  await page.evaluate(() => {
    const wallClock = (since: number) => Date.now() - (performance.now() - since);
    const times: { clickedAt?: number; readyAt?: number } = {};
    document.addEventListener(
      'click',
      (event) => {
        times.clickedAt = wallClock(event.timeStamp);
      },
      { capture: true, once: true },
    );
    const look = () => {
      const button = document.querySelector('button[aria-label="Start recording"]:not(:disabled)');
      if (times.clickedAt !== undefined && button) times.readyAt = Date.now();
      else requestAnimationFrame(look);
    };
    look();
    Object.assign(window, {
      windowTimes: () => (times.readyAt === undefined ? undefined : times),
    });
  });
  return async () => {
    const ask = () => (window as unknown as { windowTimes: () => WindowTimes | undefined }).windowTimes();
    const handle = await page.waitForFunction(ask, undefined, { polling: 100, timeout: 30_000 });
    const times = await handle.jsonValue();
    if (!times) throw new Error('the window was asked too early');
    return times;
  };
}
