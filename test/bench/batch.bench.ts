import { test } from '@playwright/test';
import type { BatchTimes } from './in-node/batch.ts';
import { runInNode } from './in-node.ts';
import { report } from './report.ts';

test('ten thousand lines become a batch', async () => {
  const { table, text, stall, open, openStall } = await runInNode<BatchTimes>('batch');
  const where = 'In plain Node, on this disk; the first run has nothing compiled yet.';
  await report(
    {
      ...{ name: 'Batch: a table of 10,000 rows, added', unit: 'ms', values: table },
      ...{ target: { atMost: 1500, everyRun: true }, how: `Split, written, in the queue on disk. ${where}` },
    },
    {
      ...{ name: 'Batch: a text of 10,000 sentences, added', unit: 'ms', values: text },
      ...{ target: { atMost: 1500, everyRun: true }, how: `Split, written, in the queue on disk. ${where}` },
    },
    {
      ...{ name: '  longest stall', unit: 'ms', values: stall, target: { atMost: 50 } },
      how: 'The longest pause of a 1 ms timer meanwhile.',
    },
    { name: '  opened again', unit: 'ms', values: open, target: { atMost: 300 }, how: where },
    {
      ...{ name: '  longest stall', unit: 'ms', values: openStall, target: { atMost: 50 } },
      how: 'The longest pause of a 1 ms timer meanwhile.',
    },
  );
});
