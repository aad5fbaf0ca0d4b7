import { test } from '@playwright/test';
import type { JournalTimes } from './in-node/journal.ts';
import type { JournalScale } from './in-node/journal-scale.ts';
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

test('a job costs the same among a hundred and among a hundred thousand', async () => {
  test.setTimeout(600_000);
  const sizes = await runInNode<readonly JournalScale[]>('journal-scale');
  const [few] = sizes;
  const row = (name: string, what: Exclude<keyof JournalScale, 'jobs'>, unit = 'µs') =>
    sizes.map((size) => ({
      ...{ name: `Journal, ${size.jobs.toLocaleString('en')} jobs: ${name}, each`, unit },
      ...{ values: [size[what]], how: 'One run in plain Node, divided by the number of jobs.' },
      // Among few it costs more: what is done once for all of them is shared by fewer.
      ...(few && size !== few && { target: { atMost: 1.5 * few[what] } }),
    }));
  await report(
    ...row('added', 'add'),
    ...row('one whole life', 'life'),
    ...row('opened', 'open'),
    ...row('opened, all done and not yet shortened', 'openUsed'),
    ...row('put elsewhere in the order', 'reorder'),
    ...row('canceled', 'cancel'),
    ...row('memory', 'memory', 'B'),
    ...row('disk', 'disk', 'B'),
    ...sizes.map(({ jobs, stall }) => ({
      ...{ name: `Journal, ${jobs.toLocaleString('en')} jobs: longest stall`, unit: 'ms', values: [stall] },
      ...{ how: 'The longest pause of a 1 ms timer while they were added, opened and canceled.' },
    })),
  );
});
