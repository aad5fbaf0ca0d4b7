import { test } from '@playwright/test';
import type { VoiceShelfTimes } from './in-node/voice-shelf.ts';
import { runInNode } from './in-node.ts';
import { report } from './report.ts';

test('ten thousand voices are synced, opened, changed and searched', async () => {
  const { sync, stall, open, change, search } = await runInNode<VoiceShelfTimes>('voice-shelf');
  const where = '10,000 voices in pages of 200 on this disk, in plain Node.';
  await report(
    { name: 'Voices: sync 10,000 with an account', unit: 'ms', values: sync, how: `First sync; ${where}` },
    {
      name: '  longest time nothing else could run',
      unit: 'ms',
      values: stall,
      target: { atMost: 250 },
      how: 'The longest pause of a 1 ms timer during that sync.',
    },
    {
      name: '  open 10,000',
      unit: 'ms',
      values: open,
      target: { atMost: 1000 },
      how: `Opened again; ${where}`,
    },
    { name: '  change one of 10,000', unit: 'ms', values: change, target: { atMost: 50 }, how: where },
    {
      name: '  search 10,000, a key',
      unit: 'ms',
      values: search,
      target: { atMost: 16 },
      how: 'One look through all names, tags, notes, engines and languages.',
    },
  );
});
