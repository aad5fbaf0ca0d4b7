import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Comparison, compare } from '../e2e/compare.ts';
import { keptIn, soundOf } from '../e2e/kept.ts';
import { launchApp, temporaryHome } from '../e2e/launch.ts';
import { MICROPHONE_RATE, writeSpeechFile } from '../e2e/speech-file.ts';
import { keepBusy } from '../e2e/stalls.ts';
import { recordUntil, startRecording } from './recording.ts';
import { report } from './report.ts';

const RUNS = 3;
const SECONDS = 17;
/** Silence before the speech: the device plays as soon as the window is there, and the take begins with the press. */
const LEAD = 4;

test('what is spoken comes out on disk under load', async () => {
  const { home: sounds, remove } = temporaryHome();
  const microphone = join(sounds, 'microphone.wav');
  const comparisons: Comparison[] = [];
  let played: Float32Array;
  try {
    played = await writeSpeechFile(microphone, SECONDS, LEAD);
    for (let i = 0; i < RUNS; i++)
      comparisons.push(compare(await recordUnderLoad(microphone), played, MICROPHONE_RATE));
    // Speech fills the file but for half a second at either end: less compared than that shows nothing.
    for (const { slips } of comparisons) expect(slips.length).toBeGreaterThanOrEqual((SECONDS - LEAD) * 1.8);
  } finally {
    remove();
  }
  const how = `${SECONDS} s of speech by the fake microphone, the window's thread blocked for 300 ms out of 700, two cores busy.`;
  const exact = { atLeast: 0.9999, everyRun: true };
  await report(
    {
      name: 'Capture under load: samples lost',
      unit: '',
      values: comparisons.map((comparison) => lostWhileRecording(comparison, played.length)),
      target: { atMost: 0, everyRun: true },
      how: `${how} From the take's first sample on: missing at the end, and the farthest any half second lies out of place.`,
    },
    {
      name: '  before the first sample of the take',
      unit: '',
      values: comparisons.map(lostBefore),
      how: `${how} What the device gave between its opening and the take's first sample, silence all of it.`,
    },
    {
      name: '  correlation with what was played',
      unit: '',
      values: comparisons.map(({ correlation }) => correlation),
      target: exact,
      how,
    },
    {
      name: '  its worst half second',
      unit: '',
      values: comparisons.map(({ worst }) => worst),
      target: exact,
      how,
    },
  );
});

async function recordUnderLoad(microphone: string): Promise<Float32Array> {
  const { home, remove } = temporaryHome();
  const { app, page } = await launchApp({ home, microphone, once: true });
  const rest = await keepBusy(page);
  try {
    const startedAt = await startRecording(page);
    await recordUntil(page, startedAt, SECONDS + 1.5);
    await page.getByRole('button', { name: 'Stop recording' }).click();
    await page.getByRole('button', { name: 'Start recording' }).waitFor();
    const [take] = keptIn(home, 'takes');
    const { samples } = soundOf(home, 'takes', take?.id ?? '');
    // An empty take would compare well with nothing.
    expect(samples.length).toBeGreaterThan(SECONDS * MICROPHONE_RATE * 0.8);
    return samples;
  } finally {
    await rest();
    await app.close();
    remove();
  }
}

function lostBefore({ lag }: Comparison): number {
  return Math.max(0, -lag);
}

function lostWhileRecording(comparison: Comparison, played: number): number {
  const { overlap, slips } = comparison;
  return played - overlap - lostBefore(comparison) + Math.max(...slips.map(Math.abs));
}
