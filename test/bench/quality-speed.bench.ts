import { expect, test } from '@playwright/test';
import type { QualityTimes } from './in-node/quality-speed.ts';
import { runInNode } from './in-node.ts';
import { report } from './report.ts';

const HOW =
  'A made voice of 60 s at 48 kHz in plain Node, everything once a round; processor time, so other work counts less.';

test('a minute of sound is judged', async () => {
  const { times, coach, lufs, dbtp } = await runInNode<QualityTimes>('quality-speed');
  for (const [name, value] of Object.entries(lufs))
    expect(Math.abs(value - (lufs['timbre'] ?? 0)), `${name}: LU away from ours`).toBeLessThan(0.1);
  for (const [name, value] of Object.entries(dbtp))
    expect(Math.abs(value - (dbtp['timbre'] ?? 0)), `${name}: dB away from ours`).toBeLessThan(0.4);
  await report(
    {
      name: 'Quality: 60 s judged',
      unit: 'ms',
      values: times['assess'] ?? [],
      target: { atMost: 250 },
      how: HOW,
    },
    {
      name: 'Quality: live coach, of one core',
      ...{ unit: '%', values: coach.map((ms) => ms / 10), target: { atMost: 3 } },
      how: `${HOW} Blocks of 50 ms through the coach; milliseconds for each second of sound.`,
    },
  );
  for (const [ours, library] of [
    ['loudness', 'ebur128-wasm loudness'],
    ['loudness', '@domchristie/needles loudness'],
    ['peak', 'ebur128-wasm peak'],
  ] as const)
    await report({
      name: `  ${ours} against ${library}`,
      unit: '×',
      values: (times[library] ?? []).map((ms, i) => (times[ours]?.[i] ?? Number.NaN) / ms),
      target: { atMost: 1 },
      how: `${HOW} Our time over theirs in the same round. needles leaves the weighting to the browser: here it is given weighted sound.`,
    });
});
