import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleChild, type KilledTake, killRecording } from '../faults/kill-recordings.ts';
import { temporaryFolder } from './temporary-folder.ts';

const KILLS = 12;
const AT_ONCE = 6;

it('a dozen recordings that are killed are found again, as they were heard and with their marks, and open', async () => {
  const folder = await temporaryFolder();
  const child = await bundleChild('recording-child');
  const kill = (seed: number) => killRecording({ child, folder: join(folder, `${seed}`), seed });
  const killed: KilledTake[] = [];
  for (let seed = 1; seed <= KILLS; seed += AT_ONCE) {
    const rounds = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => kill(seed + i)));
    killed.push(...rounds.flat());
  }
  for (const { take, wrong } of killed) expect(wrong, take.id).toEqual([]);
  expect(killed.length).toBeGreaterThanOrEqual(KILLS);
  // Marks are written while a take is recorded, not when it is kept.
  expect(killed.some(({ take }) => !take.isKept && take.marksWritten > 0)).toBe(true);
}, 60_000);
