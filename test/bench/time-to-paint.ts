import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { ROOT } from '../e2e/launch.ts';

const DEADLINE_MS = 30_000;
/** How long after the page has its title it is left in peace, in milliseconds. */
const PEACE_MS = 700;

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
  const child = spawn(executable, ['--remote-debugging-port=0', ...sandboxArgs(), ...start.args], {
    cwd: ROOT,
    env: { ...process.env, ...start.env },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    const address = await debuggingAddress(child);
    await untilThereIsAPage(address);
    const browser = await chromium.connectOverCDP(address, { timeout: DEADLINE_MS });
    const [page] = browser.contexts()[0]?.pages() ?? [];
    if (!page) throw new Error('there is no window');
    const button = page.getByRole('button', { name: start.button });
    await button.waitFor({ timeout: DEADLINE_MS });
    if (!(await button.isEnabled())) throw new Error(`the button "${start.button}" is disabled`);
    const paintedAt = await firstPaint(page);
    await browser.close();
    return paintedAt - startedAt;
  } finally {
    await end(child);
  }
}

/** A light question now and then: one who is connected while a page is made holds it up. */
async function untilThereIsAPage(address: string): Promise<void> {
  const list = `http://${new URL(address).host}/json/list`;
  for (const until = Date.now() + DEADLINE_MS; Date.now() < until; await sleep(200)) {
    const targets: { type: string; title: string }[] = await (await fetch(list)).json();
    if (!targets.some(({ type, title }) => type === 'page' && title !== '')) continue;
    return sleep(PEACE_MS);
  }
  throw new Error('no window came');
}

/** Chromium refuses to sandbox for root, as Playwright knows as well. */
function sandboxArgs(): readonly string[] {
  return process.platform === 'linux' ? ['--no-sandbox'] : [];
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

function debuggingAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      output += chunk.toString();
      const [, address] = /DevTools listening on (ws:\S+)/.exec(output) ?? [];
      if (address) resolve(address);
    });
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was there:\n${output}`)));
  });
}

/** Asks the app to quit and waits until it has; ends it after 10 s. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}
