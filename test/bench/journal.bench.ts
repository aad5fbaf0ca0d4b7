import { test } from '@playwright/test';
import type { JournalTimes } from './in-node/journal.ts';
import { runInNode } from './in-node.ts';
import { report } from './report.ts';

test('ten thousand jobs are taken on and found again', async () => {
  const { add, open } = await runInNode<JournalTimes>('journal');
  await report(
    {
      name: 'Journal: take on 10,000 jobs, flushed to disk',
      unit: 'ms',
      values: add,
      target: { atMost: 1500 },
      how: 'One add of 10,000 jobs to an empty journal, in plain Node; the first run has nothing compiled yet.',
    },
    {
      name: 'Journal: open with 10,000 jobs',
      unit: 'ms',
      values: open,
      target: { atMost: 300 },
      how: 'The journal of that add, opened again by the same process.',
    },
  );
});
