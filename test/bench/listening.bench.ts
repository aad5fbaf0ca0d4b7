import { test } from '@playwright/test';
import type { ListeningFigures } from './in-node/listening.ts';
import { runInNode } from './in-node.ts';
import { report } from './report.ts';

test('speech is told from everything else', async () => {
  const { first, next, live } = await runInNode<ListeningFigures>('listening');
  await report(
    {
      name: 'Speech in 60 s told by Silero',
      unit: 'ms',
      values: next,
      target: { atMost: 1000 },
      how: '60 s at 48 kHz to the process that listens and back, in plain Node; off the thread of whoever asks.',
    },
    {
      name: '  the first time',
      unit: 'ms',
      values: [first],
      how: 'The same with the start of the process, the check of the model and its loading.',
    },
    {
      name: '  along with a recording',
      unit: '% of a core',
      values: live.map((share) => share * 100),
      target: { atMost: 3 },
      how: '60 s in blocks of 50 ms, faster than real time: processor time of both processes over 60 s.',
    },
  );
});
