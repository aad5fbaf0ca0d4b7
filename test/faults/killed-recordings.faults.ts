import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTakeShelf } from '../../electron/library/take-shelf.ts';
import { bundleChild, type KilledTake, killRecording } from './kill-recordings.ts';

const KILLS = 200;
const KILLS_ON_FULL_DISK = 40;
const AT_ONCE = 4;
/** What a kill may cost, in milliseconds. */
const MOST_LOST_MS = 250;

let folder = '';
let child = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'timbre-killed-'));
  child = await bundleChild('recording-child');
});
afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));

/** `count` rounds, some at a time; each is removed when it has been looked at. */
async function rounds(
  count: number,
  play: (seed: number, folder: string) => Promise<readonly KilledTake[]>,
): Promise<readonly KilledTake[]> {
  const all: KilledTake[] = [];
  let seed = 0;
  const inTurn = async () => {
    while (seed < count) {
      const mine = ++seed;
      const own = join(folder, `${mine}`);
      all.push(...(await play(mine, own)));
      rmSync(own, { recursive: true, force: true });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, inTurn));
  return all;
}

function expectSound(killed: readonly KilledTake[]): void {
  const bad = killed.filter(({ wrong }) => wrong.length > 0).map(({ take, wrong }) => `${take.id}: ${wrong}`);
  expect(bad).toEqual([]);
}

it(`${KILLS} recordings killed at random moments are found again, at most ${MOST_LOST_MS} ms short`, async () => {
  const killed = await rounds(KILLS, (seed, folder) => killRecording({ child, folder, seed }));
  expectSound(killed);
  const lost = killed.filter(({ take }) => !take.isKept).map(({ lostMs }) => lostMs);
  const most = Math.max(...lost);
  console.log(
    `${killed.length} takes of ${KILLS} killed processes: all there; of ${lost.length} cut off at most ${most.toFixed(0)} ms lost`,
  );
  expect(most).toBeLessThanOrEqual(MOST_LOST_MS);
});

it('on a full disk everything that was written is found again, too', async () => {
  const killed = await rounds(KILLS_ON_FULL_DISK, async (seed, folder) => {
    const size = 48 + (seed % 8) * 12;
    const takes = join(folder, 'disk');
    mkdirSync(takes, { recursive: true });
    const isMounted =
      spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', takes], { stdio: 'ignore' })
        .status === 0;
    // Where no small disk can be mounted, a file stands in for it that takes no more.
    if (!isMounted) return killRecording({ child, folder, seed, room: size * 1024 });
    try {
      const killed = await killRecording({ child, folder, seed, takes });
      spawnSync('mount', ['-o', `remount,size=${size * 4}k`, takes]);
      const shelf = await openTakeShelf({ folder: takes, onUnreadable: () => undefined });
      expect(shelf.list().every((take) => take.state.status === 'kept')).toBe(true);
      expect(shelf.list().length).toBe(killed.filter(({ isFound }) => isFound).length);
      return killed;
    } finally {
      spawnSync('umount', [takes]);
    }
  });
  expectSound(killed);
  const met = killed.filter(({ take }) => take.metFullDisk).length;
  console.log(
    `${killed.length} takes on ${KILLS_ON_FULL_DISK} small disks, ${met} of which met the end: all there`,
  );
  expect(met).toBeGreaterThan(0);
});
