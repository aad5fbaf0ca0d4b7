import { test } from '@playwright/test';
import type { ServerTimes } from './in-node/servers.ts';
import { runInNode } from './in-node.ts';
import { report } from './report.ts';

test('a server on the loopback loses no time to Timbre', async () => {
  const { putRatio, uploadRatio, accepted, noticed } = await runInNode<ServerTimes>('servers');
  await report(
    {
      name: "Upload of 5.8 MB against curl's",
      unit: '×',
      values: putRatio,
      target: { atLeast: 0.9 },
      how: "curl's time for the PUT of the same file to the same server, over the client's, in turns. No value: there is no curl here.",
    },
    {
      name: '  with the link asked for before',
      unit: '×',
      values: uploadRatio,
      how: "curl's time for the PUT alone, over all of the client's upload.",
    },
    {
      name: 'Voice asked for until its training is taken on',
      unit: 'ms',
      values: accepted,
      target: { atMost: 300 },
      how: '11 s of sound: checked, rendered, uploaded, looked at, submitted, by a server that takes no time.',
    },
    {
      name: 'Voice ready on the server until Timbre knows',
      unit: 'ms',
      values: noticed,
      target: { atMost: 1500, everyRun: true },
      how: 'Trainings of 1.2, 4 and 9.7 s.',
    },
  );
});
