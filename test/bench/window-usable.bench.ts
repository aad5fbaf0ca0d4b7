import { join } from 'node:path';
import { test } from '@playwright/test';
import { ROOT, temporaryHome } from '../e2e/launch.ts';
import { startMisbehavingServer } from '../faults/misbehaving-server.ts';
import { EMPTY_BUTTON, makeEmptyApp } from './empty-window.ts';
import { runInNode } from './in-node.ts';
import { report } from './report.ts';
import { timeToPaint } from './time-to-paint.ts';

const PAIRS = 6;
const LINES = 10_000;

test('the window is there to be used', async () => {
  const { home, remove } = temporaryHome();
  const empty = makeEmptyApp();
  const ours: number[] = [];
  const theirs: number[] = [];
  const launchOurs = () =>
    timeToPaint({ args: [ROOT], env: { TIMBRE_HOME: home }, button: 'Start recording' });
  const launchEmpty = () => timeToPaint({ args: empty.args, button: EMPTY_BUTTON });
  try {
    // The first launch of each makes its data folder and reads the runtime into memory.
    await launchOurs();
    await launchEmpty();
    for (let i = 0; i < PAIRS; i++) {
      ours.push(await launchOurs());
      theirs.push(await launchEmpty());
    }
  } finally {
    remove();
    empty.remove();
  }
  const how =
    'From the start of the process to the first contentful paint, in which the button is visible and enabled.';
  await report(
    {
      name: 'Window usable, against an empty Electron window',
      unit: '×',
      values: ours.map((ms, i) => ms / (theirs[i] ?? Number.NaN)),
      target: { atMost: 1.3 },
      how: `${how} Each pair is one launch of either.`,
    },
    { name: '  Timbre', unit: 'ms', values: ours, how },
    { name: '  empty window', unit: 'ms', values: theirs, how },
  );
});

test('ten thousand queued lines do not keep the window waiting', async () => {
  test.setTimeout(400_000);
  const { home: root, remove } = temporaryHome();
  const [full, bare] = [join(root, 'full'), join(root, 'bare')];
  const server = await startMisbehavingServer();
  const env = { TIMBRE_SERVER_URL: server.url, TIMBRE_TOKEN: server.token };
  const launch = (home: string) =>
    timeToPaint({ args: [ROOT], env: { ...env, TIMBRE_HOME: home }, button: 'Start recording' });
  const withLines: number[] = [];
  const without: number[] = [];
  try {
    await runInNode('lay-home', { words: [full, '1', String(LINES)], env });
    await runInNode('lay-home', { words: [bare, '1', '0'], env });
    await launch(full);
    await launch(bare);
    for (let i = 0; i < PAIRS; i++) {
      withLines.push(await launch(full));
      without.push(await launch(bare));
    }
  } finally {
    await server.close();
    remove();
  }
  const how =
    'Launch to first paint with the button enabled; each pair is one launch with the lines and one without.';
  await report(
    {
      ...{ name: 'Window usable, 10,000 queued lines against none', unit: 'ms later' },
      ...{ values: withLines.map((ms, i) => ms - (without[i] ?? Number.NaN)), target: { atMost: 300 }, how },
    },
    {
      name: '  as a ratio',
      unit: '×',
      values: withLines.map((ms, i) => ms / (without[i] ?? Number.NaN)),
      how,
    },
    { name: '  with the lines', unit: 'ms', values: withLines, how },
    { name: '  without', unit: 'ms', values: without, how },
  );
});
