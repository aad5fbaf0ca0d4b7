import { basename, join } from 'node:path';
import { ENGINES } from '../cloning/engines/engines.ts';
import { faultLine } from '../contract/fault-words.ts';
import type { Sound } from '../recording/decoding/sound.ts';
import { type OpenSoundFile, openSoundInThread } from '../recording/decoding/sound-thread.ts';
import { createQualityDesk, type QualityDesk } from '../recording/quality/quality-desk.ts';
import type { QualityReport, SampleWindow } from '../recording/quality/report.ts';
import { fail, ok, type Result } from '../result.ts';
import type { CheckCommand } from './arguments.ts';
import { faultDocument, reportText } from './documents.ts';
import type { Ending, World } from './world.ts';

/** What is looked at of a long file: its first ten minutes at 48 kHz. The report's length is that of the whole. */
const MOST_SAMPLES = 600 * 48_000;

/** `timbre check`: what the recordings are like for a model. Only looks, so it works while the app is open. */
export async function check(
  { words, model }: CheckCommand,
  { bundle, signal }: Pick<World, 'bundle' | 'signal'>,
): Promise<Ending> {
  const desk = createQualityDesk({ workerFile: join(bundle, 'quality-worker.cjs') });
  const openSound = openSoundInThread({ workerFile: join(bundle, 'sound-worker.cjs') });
  try {
    const checked: { path: string; report: Result<QualityReport> }[] = [];
    for (const path of words)
      checked.push({
        path,
        report: await checkFile({ path, window: ENGINES[model], openSound, desk, signal }),
      });
    return endingOf(checked);
  } finally {
    await desk.close();
  }
}

function endingOf(checked: readonly { path: string; report: Result<QualityReport> }[]): Ending {
  const [only, ...others] = checked;
  if (only && others.length === 0) {
    if (!only.report.ok) return only.report;
    return ok({ document: { report: only.report.value }, text: reportText(only.path, only.report.value) });
  }
  const reports = checked.map(({ path, report }) =>
    report.ok ? { file: path, ...report.value } : { file: path, error: faultDocument(report.fault) },
  );
  const texts = checked.map(({ path, report }) =>
    report.ok ? reportText(path, report.value) : `${path}: ${faultLine(report.fault)}`,
  );
  const failed = checked.some(({ report }) => !report.ok);
  return ok({ document: { reports }, text: texts.join('\n\n'), ...(failed && { failed }) });
}

async function checkFile(parts: {
  path: string;
  window: SampleWindow;
  openSound: OpenSoundFile;
  desk: QualityDesk;
  signal: AbortSignal;
}): Promise<Result<QualityReport>> {
  const { path, window, openSound, desk, signal } = parts;
  const file = basename(path);
  const named = <T>(result: Result<T>): Result<T> =>
    result.ok ? result : { ok: false, fault: { ...result.fault, facts: { file, ...result.fault.facts } } };
  if (signal.aborted) return fail('stopped');
  const sound = await openSound(path);
  if (!sound.ok) return named<never>(sound);
  try {
    const heard = await beginningOf(sound.value, signal);
    if (!heard.ok) return named<never>(heard);
    const { samples, seconds } = heard.value;
    const { sampleRate } = sound.value;
    return await desk.assess({ samples, sampleRate, window, seconds }, signal);
  } finally {
    await sound.value.close();
  }
}

/** The beginning of a sound, and the length of the whole; that is not read to its end where the file tells its length. */
async function beginningOf(
  sound: Sound,
  signal: AbortSignal,
): Promise<Result<{ samples: Float32Array; seconds: number }>> {
  const kept: Float32Array[] = [];
  let length = 0;
  let total = 0;
  for await (const block of sound.blocks) {
    if (signal.aborted) return fail('stopped');
    total += block.length;
    const part = block.subarray(0, MOST_SAMPLES - length);
    if (part.length > 0) kept.push(part);
    length += part.length;
    if (length === MOST_SAMPLES && sound.seconds !== undefined)
      return ok({
        samples: joined(kept, length),
        seconds: Math.max(sound.seconds, total / sound.sampleRate),
      });
  }
  const ended = sound.ended();
  if (!ended.ok) return ended;
  return ok({ samples: joined(kept, length), seconds: total / sound.sampleRate });
}

function joined(blocks: readonly Float32Array[], length: number): Float32Array {
  const samples = new Float32Array(length);
  let at = 0;
  for (const block of blocks) {
    samples.set(block, at);
    at += block.length;
  }
  return samples;
}
