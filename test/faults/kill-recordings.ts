import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { openTakeShelf, type TakeShelf } from '../../electron/library/take-shelf.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import { libavOpus } from '../../libav-opus.config.ts';
import { seeded } from '../recording/tones.ts';
import { DEVICE_RATE, numberAt, numberOf } from './device-sound.ts';
import { type ReportedTake, readReport } from './recording-report.ts';

const CHILDREN = resolve(import.meta.dirname, '../../test-results/children');
/** Latest moment of a kill after the first take began, in milliseconds. */
const KILLED_WITHIN_MS = 1800;

/** What became of one recording that was killed. */
export interface KilledTake {
  readonly take: ReportedTake;
  readonly isFound: boolean;
  /** What is wrong with it; empty where nothing is. */
  readonly wrong: readonly string[];
  /** Heard and not there any more, in milliseconds. */
  readonly lostMs: number;
}

/**
 * Bundles `<name>.ts` beside this file, for Node cannot run TypeScript by itself, and answers the file to run. It lies in
 * the checkout, where the packages it names are found.
 */
export async function bundleChild(
  name: 'recording-child' | 'soak-child' | 'stations-child' | 'batch-child',
): Promise<string> {
  await build({
    configFile: false,
    logLevel: 'silent',
    // As the app's own build has it, for a decoder that the shelf can reach.
    assetsInclude: ['**/*.wasm'],
    resolve: { alias: libavOpus },
    build: {
      ssr: join(import.meta.dirname, `${name}.ts`),
      outDir: CHILDREN,
      emptyOutDir: false,
      copyPublicDir: false,
      target: 'node20.18',
      rolldownOptions: { output: { format: 'es', entryFileNames: `${name}.mjs` } },
    },
  });
  return join(CHILDREN, `${name}.mjs`);
}

/**
 * Starts a recording, kills it at a random moment (where `room` bytes are all a sound may have, perhaps after it has met
 * them), and looks at what the next start finds in `folder`/takes, or in the folder `takes`.
 */
export async function killRecording(options: {
  child: string;
  folder: string;
  seed: number;
  room?: number;
  takes?: string;
}): Promise<readonly KilledTake[]> {
  const { child, folder, seed, room, takes = join(folder, 'takes') } = options;
  for (const made of [folder, takes]) mkdirSync(made, { recursive: true });
  const report = join(folder, 'report.jsonl');
  const running = spawn(
    process.execPath,
    [child, takes, report, `${seed}`, room === undefined ? '' : `${room}`],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const delay = seeded(Math.imul(seed, 40_503) + 1)() * KILLED_WITHIN_MS;
  running.stdout?.once('data', () => setTimeout(() => running.kill('SIGKILL'), delay));
  const end = await new Promise((resolve) => running.once('exit', (code, signal) => resolve(signal ?? code)));
  if (end !== 'SIGKILL' && end !== 0) throw new Error(`the recording ended by itself: ${end}`);
  const shelf = await openTakeShelf({ folder: takes, onUnreadable: () => undefined });
  return readReport(report).map((take) => lookAt(take, shelf));
}

/** Compares a take as it was made with what is on the shelf. */
function lookAt(take: ReportedTake, shelf: TakeShelf): KilledTake {
  const found = shelf.get(take.id);
  const expected = take.stretches.reduce((sum, { from, to }) => sum + to - from, 0);
  const lost = (samples: number) => (Math.max(0, expected - samples) / DEVICE_RATE) * 1000;
  if (!found) return { take, isFound: false, wrong: take.written > 0 ? ['not found'] : [], lostMs: lost(0) };
  const sound = decodeWav(readFileSync(shelf.path(take.id)));
  if (!sound.ok)
    return { take, isFound: true, wrong: [`does not open: ${sound.fault.code}`], lostMs: lost(0) };
  const { samples } = sound.value;
  const marks = (found.marks ?? []).length;
  const marksDue = take.marks.slice(0, take.marksWritten).filter(({ at }) => at < samples.length);
  const wrong = [
    found.state.status !== 'kept' && `is ${found.state.status}`,
    found.samples !== samples.length && `has ${samples.length} samples, not ${found.samples}`,
    samples.length < take.written && `has ${samples.length} samples of ${take.written} that were written`,
    take.isKept && samples.length !== expected && `was kept with ${samples.length} samples of ${expected}`,
    !isAsHeard(samples, take.stretches) && 'is not what was heard',
    marks < marksDue.length && `has ${marks} marks of ${marksDue.length}`,
    !(found.marks ?? []).every((mark, i) => isSame(mark, take.marks[i])) && 'has other marks',
  ];
  const said = wrong.filter((word) => word !== false);
  return { take, isFound: true, wrong: said, lostMs: lost(samples.length) };
}

function isSame(a: ReportedTake['marks'][number], b: ReportedTake['marks'][number] | undefined): boolean {
  return a.at === b?.at && a.sentence === b.sentence;
}

/** Whether these are the device's samples, stretch after stretch, from the first on. */
function isAsHeard(samples: Float32Array, stretches: ReportedTake['stretches']): boolean {
  let at = 0;
  for (const { from, to } of stretches)
    for (let index = from; index < to && at < samples.length; index++, at++)
      if (numberOf(samples[at] ?? 0) !== numberAt(index)) return false;
  return at === samples.length;
}
