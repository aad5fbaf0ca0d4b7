import { expect, it } from 'vitest';
import { temporaryFolder } from '../recording/temporary-folder.ts';
import { cutBatch } from './cut-batch.ts';

it('a batch whose network is cut a dozen times has every line once, in order, paid once', async () => {
  const { cuts, paid, calls, texts, expected } = await cutBatch(await temporaryFolder(), {
    lines: 40,
    cuts: 12,
    seed: 5,
  });
  expect(cuts).toBeGreaterThan(5);
  expect(texts).toEqual(expected);
  expect(paid).toBe(40);
  expect(calls).toBeLessThanOrEqual(40 + cuts);
});
