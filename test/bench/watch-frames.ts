import type { Page } from '@playwright/test';

/** How a window drew while it was watched. */
export interface Frames {
  /** Share of the frames that came late for 60 a second (more than 16.7 ms after the one before, and a little slack), in %. */
  readonly late: number;
  /** Share of those that came more than two frames after, in %. */
  readonly veryLate: number;
  /** The longest time without a frame, in ms. */
  readonly longest: number;
  readonly count: number;
}

/** A frame is late at so many ms: the screen's own clock is not exact. */
const LATE_MS = 1000 / 60 + 1.5;
const VERY_LATE_MS = 2 * (1000 / 60) + 1.5;

/** Watches the window's frames from inside until the answered function is called. */
export async function watchFrames(page: Page): Promise<() => Promise<Frames>> {
  await page.evaluate(() => {
    const gaps: number[] = [];
    let last = performance.now();
    let request = requestAnimationFrame(function step(now) {
      gaps.push(now - last);
      last = now;
      request = requestAnimationFrame(step);
    });
    Object.assign(window, {
      frameGaps: () => {
        cancelAnimationFrame(request);
        return gaps.slice(2);
      },
    });
  });
  return async () => {
    const gaps = await page.evaluate(() => (window as unknown as { frameGaps(): number[] }).frameGaps());
    const share = (ms: number) => (100 * gaps.filter((gap) => gap > ms).length) / gaps.length;
    return {
      ...{ late: share(LATE_MS), veryLate: share(VERY_LATE_MS) },
      ...{ longest: Math.max(...gaps), count: gaps.length },
    };
  };
}

/** Milliseconds from each key of `text`, typed into what has the focus, until the frame that shows it was drawn. */
export async function typeWatched(page: Page, text: string, delay = 60): Promise<readonly number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const channel = new MessageChannel();
    let pressedAt: number | undefined;
    channel.port1.onmessage = () => {
      if (pressedAt !== undefined) times.push(performance.now() - pressedAt);
      pressedAt = undefined;
    };
    const onKey = (event: KeyboardEvent) => {
      pressedAt = event.timeStamp;
      // Behind the frame: what is drawn in it is drawn by then.
      requestAnimationFrame(() => channel.port2.postMessage(null));
    };
    document.addEventListener('keydown', onKey, { capture: true });
    Object.assign(window, {
      keyTimes: () => {
        document.removeEventListener('keydown', onKey, { capture: true });
        return times;
      },
    });
  });
  await page.keyboard.type(text, { delay });
  await page.waitForTimeout(500);
  return page.evaluate(() => (window as unknown as { keyTimes(): number[] }).keyTimes());
}
