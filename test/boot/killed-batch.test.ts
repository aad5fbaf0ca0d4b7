import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { killBatch } from '../faults/kill-batches.ts';
import { bundleChild } from '../faults/kill-recordings.ts';
import { seeded } from '../recording/tones.ts';

it('five kills of a batch: every line has its own clip, and none is paid twice', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'timbre-killed-batch-'));
  try {
    const { lives, wrong } = await killBatch({
      ...{ child: await bundleChild('batch-child'), folder, random: seeded(0x9e3779b1) },
      ...{ kills: 5, lines: 40, withinMs: 1_200 },
    });
    expect(wrong).toEqual([]);
    expect(lives.length).toBeGreaterThan(1);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
