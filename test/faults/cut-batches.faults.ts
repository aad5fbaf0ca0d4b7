import { expect, it } from 'vitest';
import { cutBatch } from '../boot/cut-batch.ts';
import { temporaryFolder } from '../recording/temporary-folder.ts';

it.each([9, 10, 11])(
  'a batch whose network is cut a hundred times, four lines at once, has every line once and none paid twice (seed %i)',
  async (seed) => {
    const end = await cutBatch(await temporaryFolder(), { lines: 400, cuts: 100, seed });
    expect([...end.texts].sort()).toEqual([...end.expected].sort());
    expect(end.twice).toBe(0);
    expect(end.paid).toBe(400 + end.rightly);
    const { cuts, calls, asked, rightly, twice } = end;
    console.log(
      `400 lines, ${cuts} cuts, ${calls} calls to speak, ${twice} charged twice; ` +
        `${asked} lines asked a person, ${rightly} of them had been charged`,
    );
  },
  120_000,
);
