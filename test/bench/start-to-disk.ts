import { statSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { WAV_HEADER_BYTES } from '../../electron/recording/wav.ts';

const DEADLINE_MS = 30_000;

/** Presses Start in a window whose microphone is open; milliseconds from the click, as the window received it, to the first sound on disk. */
export async function startToDisk(page: Page, home: string): Promise<number> {
  const sound = firstSound(join(home, 'takes'));
  await page.evaluate(() =>
    addEventListener('click', () => Object.assign(window, { startedAt: Date.now() }), {
      capture: true,
      once: true,
    }),
  );
  await page.getByRole('button', { name: 'Start recording' }).click();
  const at = await sound;
  await page.getByRole('button', { name: 'Stop recording' }).waitFor();
  return at - (await page.evaluate(() => (window as unknown as { startedAt: number }).startedAt));
}

/** Resolves with the time (milliseconds since 1970) at which a take in the folder had sound in it; looks at every change. */
function firstSound(folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const watcher = watch(folder, (_, name) => {
      const at = Date.now();
      if (!name?.endsWith('.wav') || sizeOf(join(folder, name)) <= WAV_HEADER_BYTES) return;
      stop();
      resolve(at);
    });
    const timer = setTimeout(() => {
      watcher.close();
      reject(new Error('no sound was written'));
    }, DEADLINE_MS);
    const stop = () => {
      clearTimeout(timer);
      watcher.close();
    };
  });
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}
