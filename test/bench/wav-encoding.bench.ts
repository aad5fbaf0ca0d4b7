import { expect, test } from '@playwright/test';
import type { EncodingTimes } from './in-node/wav-encoding.ts';
import { runInNode } from './in-node.ts';
import { report } from './report.ts';

const HOW = '60 s of mono at 48 kHz into a whole WAV in memory, in plain Node, every encoder once a round.';

test('a minute of sound is encoded', async () => {
  for (const { bitDepth, times, farthest } of await runInNode<EncodingTimes[]>('wav-encoding')) {
    for (const [name, steps] of Object.entries(farthest))
      expect(steps, `${name}, ${bitDepth} bit: steps away from ours`).toBeLessThanOrEqual(1);
    const { timbre: ours = [], ...others } = times;
    await report({ name: `WAV of 60 s, ${bitDepth} bit`, unit: 'ms', values: ours, how: HOW });
    for (const [name, theirs] of Object.entries(others))
      await report({
        name: `  against ${name}`,
        unit: '×',
        values: theirs.map((ms, i) => (ours[i] ?? Number.NaN) / ms),
        target: { atMost: 1 },
        how: `${HOW} Our time over theirs in the same round.`,
      });
  }
});
