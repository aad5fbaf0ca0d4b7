import type { Page } from '@playwright/test';

/** When things happened in the window, in milliseconds since 1970. */
export interface WindowTimes {
  readonly clickedAt: number;
  readonly readyAt: number;
  readonly playableAt: number;
}

/**
 * Watches a window that records for the click on Stop and what follows it, from inside: a question from outside would
 * come later than what it asks for. Answers the function that waits for the end. The player's `<audio>` is in no
 * document, so the elements are caught as they are made.
 */
export async function watchWindow(page: Page): Promise<() => Promise<WindowTimes>> {
  await page.evaluate(() => {
    const wallClock = (since: number) => Date.now() - (performance.now() - since);
    const times: { clickedAt?: number; readyAt?: number } = {};
    const playable: (number | undefined)[] = [];

    const make = document.createElement.bind(document);
    const makeAndListen = (name: string, options?: ElementCreationOptions) => {
      const element = make(name, options);
      if (times.clickedAt !== undefined && element instanceof HTMLAudioElement) {
        const place = playable.push(undefined) - 1;
        element.addEventListener('canplay', () => {
          playable[place] ??= Date.now();
        });
      }
      return element;
    };
    Object.assign(document, { createElement: makeAndListen });
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
    const isOver = () => times.readyAt !== undefined && playable.length > 0 && !playable.includes(undefined);
    Object.assign(window, {
      windowTimes: () =>
        isOver() ? { ...times, playableAt: Math.max(...playable.map((at) => at ?? Number.NaN)) } : undefined,
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
