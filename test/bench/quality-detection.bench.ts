import { test } from '@playwright/test';
import type { Detections } from './in-node/quality-detection.ts';
import { runInNode } from './in-node.ts';
import { report } from './report.ts';

const HOW =
  'Real speech of several readers, joined to 16 and 30 s at 48 kHz, with the defect mixed in: the share of the cases in which the check warned or failed. All bounds are the same for every reader.';
/** Measured in dB, and to be right within 2 dB. */
const IN_DB = ['noise', 'hum', 'level'];

test('flaws of real speech are named', async () => {
  test.setTimeout(900_000);
  const { readers, verdicts, falseFails, detections } = await runInNode<Detections>('quality-detection');
  test.skip(readers === undefined, 'there is no speech beside the checkout to try on');
  await report(
    {
      name: `Quality: checks that fail on ${verdicts.length} clean readings`,
      ...{
        unit: '',
        values: [falseFails.length],
        target: { atMost: 0 },
        how: `Which: ${falseFails.join(', ') || 'none'}.`,
      },
    },
    {
      name: 'Quality: clean readings that are good or fair',
      unit: '%',
      values: [(100 * verdicts.filter((verdict) => verdict !== 'poor').length) / verdicts.length],
      target: { atLeast: 100 },
      how: HOW,
    },
  );
  for (const { defect, strength, check, middle, named, errors } of detections) {
    const least = check === 'speakers' ? 90 : 95;
    await report({
      name: `  ${check} names ${defect}, ${strength}`,
      unit: '%',
      values: [Math.round((100 * named.reduce((sum, share) => sum + share, 0)) / named.length)],
      ...(middle && { target: { atLeast: least } }),
      how: `${HOW} Reader by reader: ${named.map((share) => Math.round(100 * share)).join(', ')} %.`,
    });
    if (IN_DB.includes(check) && errors.length > 0)
      await report({
        name: '    measured less true',
        unit: 'dB',
        values: errors.map((error) => Math.abs(error)),
        ...(middle && { target: { atMost: 2, everyRun: true } }),
        how: `${HOW} Without readings whose own noise or hum is within 10 dB of what is mixed in.`,
      });
  }
});
