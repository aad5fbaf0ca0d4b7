import { test } from '@playwright/test';
import { ROOT, temporaryHome } from '../e2e/launch.ts';
import { EMPTY_BUTTON, makeEmptyApp } from './empty-window.ts';
import { report } from './report.ts';
import { timeToPaint } from './time-to-paint.ts';

const PAIRS = 6;

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
