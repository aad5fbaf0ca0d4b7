import { join } from 'node:path';
import { _electron, test } from '@playwright/test';
import { TAIL_SECONDS } from '../../renderer/audio/worker/messages.ts';
import { launchApp, ROOT, temporaryHome } from '../e2e/launch.ts';
import { writeSpeechFile } from '../e2e/speech-file.ts';
import { EMPTY_BUTTON, makeEmptyApp } from './empty-window.ts';
import { CAN_MEASURE_MEMORY, type Memory, memoryOf } from './memory.ts';
import { expectItPlays, recordUntil } from './recording.ts';
import { report } from './report.ts';
import { startToDisk } from './start-to-disk.ts';
import { type StopTimes, stopToKept } from './stop-to-kept.ts';

const RUNS = 4;
/** Seconds into the recording. */
const MEMORY_AT = 10;
const STOP_AT = 12.5;
/** Before it starts: the microphone is open, and the last second is there to begin with. */
const OPEN_MS = 2000;
/** What is recorded after Stop, in milliseconds, is no waiting. */
const TAIL_MS = TAIL_SECONDS * 1000;

/** Of one launch of the app. */
interface Run {
  readonly idle?: Memory;
  readonly recording?: Memory;
  /** Start until the first sound is on disk, in milliseconds. */
  readonly start: number;
  readonly stop: StopTimes;
}

test('a recording of 12 s takes memory, and is stopped and kept', async () => {
  const { home: sounds, remove } = temporaryHome();
  const microphone = join(sounds, 'microphone.wav');
  const runs: Run[] = [];
  const empty: Memory[] = [];
  try {
    await writeSpeechFile(microphone, Math.ceil(STOP_AT));
    for (let i = 0; i < RUNS; i++) {
      runs.push(await recordOnce(microphone));
      if (CAN_MEASURE_MEMORY) empty.push(await memoryOfEmpty());
    }
  } finally {
    remove();
  }
  await reportStart(runs.map(({ start }) => start));
  await reportStop(runs.map(({ stop }) => stop));
  await reportMemory(runs, empty);
});

/** A fresh app on a fresh folder, so that each run is like the first. */
async function recordOnce(microphone: string): Promise<Run> {
  const { home, remove } = temporaryHome();
  const { app, page } = await launchApp({ home, microphone });
  const memory = () => (CAN_MEASURE_MEMORY ? memoryOf(app.process().pid ?? 0) : undefined);
  try {
    const idle = memory();
    await page.waitForTimeout(OPEN_MS);
    const start = await startToDisk(page, home);
    const startedAt = Date.now();
    await recordUntil(page, startedAt, MEMORY_AT);
    const recording = memory();
    await recordUntil(page, startedAt, STOP_AT);
    const stop = await stopToKept(page, home);
    await expectItPlays(page);
    return { start, stop, ...(idle && recording && { idle, recording }) };
  } finally {
    await app.close();
    remove();
  }
}

/** The empty window once it has come to rest. */
async function memoryOfEmpty(): Promise<Memory> {
  const { args, remove } = makeEmptyApp();
  const app = await _electron.launch({ args: [...args], cwd: ROOT });
  try {
    const page = await app.firstWindow();
    await page.getByRole('button', { name: EMPTY_BUTTON }).waitFor();
    await page.waitForTimeout(2000);
    return memoryOf(app.process().pid ?? 0);
  } finally {
    await app.close();
    remove();
  }
}

async function reportStart(starts: readonly number[]): Promise<void> {
  await report({
    name: 'Start → first sound on disk',
    unit: 'ms',
    values: starts,
    target: { atMost: 100 },
    how: 'From the click in the window on, the microphone being open; that sound is the second before the click.',
  });
}

async function reportStop(stops: readonly StopTimes[]): Promise<void> {
  const how = `From the end of the half second that is recorded after the click, for a take of ${STOP_AT} s, in a newly started app.`;
  const waited = (of: (times: StopTimes) => number) => stops.map((times) => of(times) - TAIL_MS);
  const target = { atMost: 150 };
  await report(
    {
      name: 'Stop → take closed on disk, window ready',
      unit: 'ms',
      values: waited(({ closed, ready }) => Math.max(closed, ready)),
      target,
      how: `${how} The later of the two below.`,
    },
    {
      name: '  closed on disk, kept',
      unit: 'ms',
      values: waited(({ closed }) => closed),
      target,
      how: `${how} WAV header, file and description agree.`,
    },
    {
      name: '  Start button ready',
      unit: 'ms',
      values: waited(({ ready }) => ready),
      target,
      how: `${how} Looked at once a frame.`,
    },
  );
}

async function reportMemory(runs: readonly Run[], empty: readonly Memory[]): Promise<void> {
  const how = 'PSS over all processes (Linux), in pairs: one launch of Timbre, one of an empty window.';
  const over = (of: (run: Run) => number | undefined, base: (memory: Memory) => number) =>
    runs.flatMap((run, i) => {
      const [ours, theirs] = [of(run), empty[i]];
      return ours === undefined || theirs === undefined ? [] : [ours - base(theirs)];
    });
  const pss = (memory: Memory) => memory.pss;
  const written = (memory: Memory) => memory.written;
  await report(
    {
      name: `Memory ${MEMORY_AT} s into a recording, over an empty window`,
      unit: 'MB',
      values: over(({ recording }) => recording?.pss, pss),
      target: { atMost: 60 },
      how,
    },
    {
      name: '  of it written (no file)',
      unit: 'MB',
      values: over(({ recording }) => recording?.written, written),
      how: `${how} Anonymous and shared memory: no other app on the computer changes it.`,
    },
    {
      name: '  the same before the recording',
      unit: 'MB',
      values: over(({ idle }) => idle?.written, written),
      how,
    },
    { name: '  empty window in all', unit: 'MB', values: empty.map(pss), how },
  );
}
