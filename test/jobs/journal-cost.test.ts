import { expect, test } from 'vitest';
import { createMemoryDisk } from './memory-disk.ts';
import { done, journalPath, openRunner } from './play-runner.ts';

/** What adding so many jobs, and doing them, costs on the disk. */
async function costOf(count: number): Promise<{ writes: number; flushes: number; bytesPerJob: number }> {
  const disk = createMemoryDisk();
  const runner = await openRunner({ disk, concurrency: () => 100, run: async () => done() });
  const before = { writes: disk.count('write'), flushes: disk.count('flush') };
  await runner.add(
    Array.from({ length: count }, (_, i) => ({
      kind: 'play',
      id: `job-${String(i).padStart(6, '0')}`,
      input: { name: 'play', lane: 'stage', text: 'A sentence of an ordinary length, to be spoken.' },
    })),
  );
  return {
    writes: disk.count('write') - before.writes,
    flushes: disk.count('flush') - before.flushes,
    bytesPerJob: (disk.files.get(journalPath)?.length ?? 0) / count,
  };
}

test('a job costs the same however many are added with it, and all of them one write and one flush', async () => {
  const [few, many] = [await costOf(100), await costOf(10_000)];
  expect(few).toMatchObject({ writes: 1, flushes: 1 });
  expect(many).toMatchObject({ writes: 1, flushes: 1 });
  expect(many.bytesPerJob / few.bytesPerJob).toBeGreaterThan(0.9);
  expect(many.bytesPerJob / few.bytesPerJob).toBeLessThan(1.1);
});
