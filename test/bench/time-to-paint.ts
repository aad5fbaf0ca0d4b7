import type { Page } from '@playwright/test';
import { startAlone } from '../e2e/start-alone.ts';

const DEADLINE_MS = 30_000;

/**
 * Starts the app in `args` and answers the milliseconds until its window showed this button: from the start of the
 * process to the page's first contentful paint, when both the app and the empty one draw all they have. The button must
 * then be visible and enabled. The page itself remembers when it painted and is asked later, over the DevTools port:
 * Playwright's own launch holds an app back until it is connected, the same time for each, which would flatter the ratio.
 */
export async function timeToPaint(start: {
  args: readonly string[];
  env?: Readonly<Record<string, string>>;
  button: string;
}): Promise<number> {
  const executable = process.env['ELECTRON_EXEC_PATH'];
  if (!executable) throw new Error('ELECTRON_EXEC_PATH is not set: start this with `npm run bench`');
  const startedAt = Date.now();
  const { page, end } = await startAlone({ ...start, executable });
  try {
    const button = page.getByRole('button', { name: start.button });
    await button.waitFor({ timeout: DEADLINE_MS });
    if (!(await button.isEnabled())) throw new Error(`the button "${start.button}" is disabled`);
    return (await firstPaint(page)) - startedAt;
  } finally {
    await end();
  }
}

/** The page's first contentful paint, in milliseconds since 1970. */
function firstPaint(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const [paint] = list.getEntriesByName('first-contentful-paint');
          if (paint) resolve(Date.now() - (performance.now() - paint.startTime));
        }).observe({ type: 'paint', buffered: true });
      }),
  );
}
