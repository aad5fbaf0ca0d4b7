import { expect, it } from 'vitest';
import { temporaryFolder } from '../recording/temporary-folder.ts';
import { cutBatch } from './cut-batch.ts';

it('a batch whose network is cut a dozen times has every line once, and none is paid twice', async () => {
  const end = await cutBatch(await temporaryFolder(), { lines: 60, cuts: 12, seed: 5 });
  expect(end.cuts).toBeGreaterThan(5);
  expect([...end.texts].sort()).toEqual([...end.expected].sort());
  expect(end.twice).toBe(0);
  expect(end.paid).toBe(60 + end.rightly);
  // What the batch was charged is known to the credit, however the calls overlapped.
  expect(end.charged).toBeCloseTo(end.spent, 6);
}, 60_000);
