import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleChild, killRecording } from '../faults/kill-recordings.ts';
import { temporaryFolder } from './temporary-folder.ts';

const KILLS = 12;
const AT_ONCE = 6;

it('a dozen recordings that are killed are found again, as they were heard and with their marks, and open', async () => {
  const folder = await temporaryFolder();
  const child = await bundleChild('recording-child');
  const kill = (seed: number) => killRecording({ child, folder: join(folder, `${seed}`), seed });
  for (let seed = 1; seed <= KILLS; seed += AT_ONCE) {
    const rounds = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => kill(seed + i)));
    for (const { take, wrong } of rounds.flat()) expect(wrong, take.id).toEqual([]);
    expect(rounds.flat().length).toBeGreaterThanOrEqual(AT_ONCE);
  }
}, 60_000);
