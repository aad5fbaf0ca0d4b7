import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { seeded } from '../recording/tones.ts';
import { killBatch, type Life } from './kill-batches.ts';
import { bundleChild } from './kill-recordings.ts';

const KILLS = 100;
const LINES = Number(process.env['FAULTS_LINES'] ?? 10_000);
/** Long enough for some to come while it is opened and most while it speaks, in milliseconds. */
const WITHIN_MS = 3_000;

test(`${KILLS} kills of a batch of ${LINES} lines: no clip lost, none doubled, each at its line, nothing paid twice`, async () => {
  const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
  const folder = mkdtempSync(join(tmpdir(), 'timbre-killed-batch-'));
  try {
    let number = 0;
    console.log(
      `seed ${seed}\n${'life'.padStart(6)}${'found spoken'.padStart(14)}${'journal, kB'.padStart(13)}`,
    );
    const row = ({ found, journal }: Life) => {
      number++;
      if (number % 10 !== 0) return;
      const figures = [number, found < 0 ? 'not up' : found, Math.round(journal / 1000)];
      console.log(figures.map((figure, i) => String(figure).padStart([6, 14, 13][i] ?? 0)).join(''));
    };
    const { lives, asked, paid, clips, wrong } = await killBatch({
      ...{ child: await bundleChild('batch-child'), folder: join(folder, 'home'), onLife: row },
      ...{ random: seeded(seed * 0x9e3779b1), kills: KILLS, lines: LINES, withinMs: WITHIN_MS },
    });
    const killed = lives.filter(({ isKilled }) => isKilled).length;
    const early = lives.filter(({ found }) => found < 0).length;
    console.log(
      `seed ${seed}: ${LINES} lines, ${killed} kills (${early} before it was up), ${clips} clips, ${paid} paid, ${asked} asked the person, ${wrong.length} wrong`,
    );
    expect(wrong).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
