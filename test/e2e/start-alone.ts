import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Page } from '@playwright/test';
import { ROOT } from './launch.ts';

const DEADLINE_MS = 30_000;
/** How long after the page has its title it is left in peace, in milliseconds. */
const PEACE_MS = 700;

/** An app that Playwright did not launch: with its own switches, held up by nobody. */
export interface AppAlone {
  readonly page: Page;
  /** Asks the app to quit and waits until it has; ends it after 10 s. */
  readonly end: () => Promise<void>;
}

/** Starts this Electron with these arguments and reaches its window over the DevTools port, once there is one. */
export async function startAlone(start: {
  executable: string;
  args: readonly string[];
  env?: Readonly<Record<string, string>> | undefined;
}): Promise<AppAlone> {
  const child = spawn(start.executable, ['--remote-debugging-port=0', ...sandboxArgs(), ...start.args], {
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
    const close = async () => {
      await browser.close();
      await end(child);
    };
    return { page, end: close };
  } catch (error) {
    await end(child);
    throw error;
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

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000);
  await gone;
  clearTimeout(timer);
}
