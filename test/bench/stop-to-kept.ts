import { readFileSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import type { Take } from '../../electron/recording/take.ts';
import { WAV_HEADER_BYTES } from '../../electron/recording/wav.ts';
import { watchWindow } from './watch-window.ts';

const DEADLINE_MS = 30_000;

/** Milliseconds from the click on Stop, as the window received it. */
export interface StopTimes {
  /** The take's file is closed with its final header, and its description says that it is kept. */
  readonly closed: number;
  /** The button can start the next recording. */
  readonly ready: number;
}

/** Presses Stop in a window that records, and times what follows. */
export async function stopToKept(page: Page, home: string): Promise<StopTimes> {
  const seen = await watchWindow(page);
  const kept = watchTakes(join(home, 'takes'));
  await page.getByRole('button', { name: 'Stop recording' }).click();
  const [closedAt, { clickedAt, readyAt }] = await Promise.all([kept, seen()]);
  return { closed: closedAt - clickedAt, ready: readyAt - clickedAt };
}

/** Resolves with the time (milliseconds since 1970) at which a take in the folder became kept; looks at every change. */
function watchTakes(folder: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const watcher = watch(folder, (_, name) => {
      const at = Date.now();
      if (!name?.endsWith('.json')) return;
      const take = readTake(join(folder, name));
      if (take?.state.status !== 'kept') return;
      stop();
      if (isWhole(join(folder, `${take.id}.wav`), take)) resolve(at);
      else reject(new Error(`${take.id} is kept, but its WAV is not whole`));
    });
    const timer = setTimeout(() => {
      watcher.close();
      reject(new Error('no take was kept'));
    }, DEADLINE_MS);
    const stop = () => {
      clearTimeout(timer);
      watcher.close();
    };
  });
}

/** Undefined while the file is being replaced. */
function readTake(path: string): Take | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether header, file and description name the same number of samples. */
function isWhole(path: string, { samples, bitDepth }: Take): boolean {
  const dataBytes = (samples * bitDepth) / 8;
  const named = readFileSync(path).readUInt32LE(WAV_HEADER_BYTES - 4);
  return samples > 0 && named === dataBytes && statSync(path).size === WAV_HEADER_BYTES + dataBytes;
}
