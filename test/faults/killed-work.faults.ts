import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seeded } from '../recording/tones.ts';
import { bundleChild } from './kill-recordings.ts';
import { type KilledWork, killWork } from './kill-stations.ts';

const KILLS = 300;
/** How many works go on at once: mostly they wait. */
const ABREAST = 3;
let folder = '';
let child = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'timbre-killed-work-'));
  child = await bundleChild('stations-child');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test(`${KILLS} kills of cloning and speaking: nothing paid twice, no voice and no clip lost`, async () => {
  const seed = Number(process.env['FAULTS_SEED'] ?? Date.now() % 1_000_000);
  const works: KilledWork[] = [];
  let begun = 0;
  const killed = () => works.reduce((sum, { kills }) => sum + kills, 0);
  const workOn = async () => {
    while (killed() < KILLS) {
      const number = ++begun;
      const home = join(folder, `work-${number}`);
      works.push(
        await killWork({
          child,
          folder: home,
          random: seeded((seed + number) * 0x9e3779b1),
          kills: 1 + (number % 3),
        }),
      );
      rmSync(home, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: ABREAST }, workOn));
  const asked = works.filter((work) => work.asked.length > 0).length;
  const lines = works.reduce((sum, work) => sum + work.asked.length, 0);
  const wrong = works.flatMap((work) => work.wrong);
  console.log(
    `seed ${seed}: ${killed()} kills of ${works.length} works, ${asked} asked the person (${lines} of ${8 * works.length} lines), ${wrong.length} wrong`,
  );
  expect(wrong).toEqual([]);
});
