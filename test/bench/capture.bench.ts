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
const SECONDS = 14;

test('what is spoken comes out on disk under load', async () => {
  const { home: sounds, remove } = temporaryHome();
  const microphone = join(sounds, 'microphone.wav');
  const comparisons: Comparison[] = [];
  let played: Float32Array;
  try {
    played = await writeSpeechFile(microphone, SECONDS);
    for (let i = 0; i < RUNS; i++)
      comparisons.push(compare(await recordUnderLoad(microphone), played, MICROPHONE_RATE));
  } finally {
    remove();
  }
  const how = `${SECONDS} s of speech by the fake microphone, the window's thread blocked for 300 ms out of 700, two cores busy.`;
  await report(
    {
      name: 'Capture under load: samples lost',
      unit: '',
      values: comparisons.map(({ overlap, slips }) => played.length - overlap + farthest(slips)),
      target: { atMost: 0 },
      how: `${how} Missing at the ends, and the farthest any half second lies out of place.`,
    },
    {
      name: '  correlation with what was played',
      unit: '',
      values: comparisons.map(({ correlation }) => correlation),
      target: { atLeast: 0.9999 },
      how,
    },
    {
      name: '  its worst half second',
      unit: '',
      values: comparisons.map(({ worst }) => worst),
      target: { atLeast: 0.9999 },
      how,
    },
  );
});

async function recordUnderLoad(microphone: string): Promise<Float32Array> {
  const { home, remove } = temporaryHome();
  const { app, page } = await launchApp({ home, microphone });
  const rest = await keepBusy(page);
  try {
    const startedAt = await startRecording(page);
    await recordUntil(page, startedAt, SECONDS + 1.5);
    await page.getByRole('button', { name: 'Stop recording' }).click();
    await page.getByRole('button', { name: 'Start recording' }).waitFor();
    const [take] = keptIn(home, 'takes');
    const { samples } = soundOf(home, 'takes', take?.id ?? '');
    // An empty take would compare well with nothing.
    expect(samples.length).toBeGreaterThan(SECONDS * MICROPHONE_RATE * 0.9);
    return samples;
  } finally {
    await rest();
    await app.close();
    remove();
  }
}

function farthest(slips: readonly number[]): number {
  // No half second had sound in it: then nothing was shown.
  return slips.length === 0 ? Number.NaN : Math.max(...slips.map(Math.abs));
}
