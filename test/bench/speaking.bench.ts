import { expect, test } from '@playwright/test';
import type { SpeakingTimes } from './in-node/speaking.ts';
import { runInNode } from './in-node.ts';
import { report } from './report.ts';

test('a batch is spoken as quickly as its server can', async () => {
  const { bare, plain, busy } = await runInNode<SpeakingTimes>('speaking');
  for (const { lines, spoken, clips } of [...plain, ...busy]) expect([spoken, clips]).toEqual([lines, lines]);
  await report(
    {
      name: 'Batch: rate against that of the server',
      unit: '×',
      values: plain.map(({ rate }) => rate),
      target: { atLeast: 0.95 },
      how: '400 lines on a loopback server that takes 50 ms a line and four at once; until the last clip is on disk.',
    },
    {
      name: '  against four callers that do nothing else',
      unit: '×',
      values: plain.map(({ rate }, i) => rate / (bare[i] ?? Number.NaN)),
      target: { atLeast: 0.95 },
      how: 'The same rate over that of four loops of fetch before it: what HTTP and timers themselves take is left out.',
    },
    {
      name: 'Batch: calls to speak a line',
      unit: '×',
      values: plain.map(({ calls, lines }) => calls / lines),
      target: { atMost: 1, everyRun: true },
      how: 'The same batches; a fifth call at once would be turned away with a 429.',
    },
    {
      name: 'Batch with 429s: calls beyond lines and refusals',
      unit: 'calls',
      values: busy.map(({ calls, lines, refused, crowded }) => calls - lines - (refused - crowded)),
      target: { atMost: 0, everyRun: true },
      how: 'Every 40th call is turned away, with Retry-After 0, 1 and none; no line is lost.',
    },
    {
      name: 'Batch with 429s: rate against that of the server',
      unit: '×',
      values: busy.map(({ rate }) => rate),
      how: 'The same batches: each refusal is a pause of a second or more.',
    },
  );
});
