import { expect, it } from 'vitest';
import { cutBatch } from '../boot/cut-batch.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';

it('a batch whose network is cut a hundred times has every line once, in order, with no call more than needed', async () => {
  const { cuts, paid, calls, texts, expected } = await cutBatch(await temporaryFolder(), {
    lines: 400,
    cuts: 100,
    seed: 9,
  });
  expect(texts).toEqual(expected);
  expect(paid).toBe(400);
  expect(calls).toBeLessThanOrEqual(400 + cuts);
  console.log(`400 lines, ${cuts} cuts, ${calls} calls to speak, ${paid} paid`);
});
