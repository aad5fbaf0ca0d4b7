import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { bundleChild } from '../faults/kill-recordings.ts';
import { killWork } from '../faults/kill-stations.ts';
import { seeded } from '../recording/tones.ts';

it('a dozen kills while a voice is made and speaks: nothing paid twice, nothing lost, no secret on disk', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'timbre-killed-work-'));
  try {
    const child = await bundleChild('stations-child');
    const works = await Promise.all(
      [1, 2, 3, 4].map((number) =>
        killWork({ child, folder: join(folder, `${number}`), random: seeded(number * 0x9e3779b1), kills: 3 }),
      ),
    );
    expect(works.flatMap(({ wrong }) => wrong)).toEqual([]);
    // How many of them come before the work is done is a matter of the computer.
    expect(works.reduce((sum, { kills }) => sum + kills, 0)).toBeGreaterThan(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
