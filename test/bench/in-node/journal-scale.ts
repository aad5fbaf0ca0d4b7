import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJobRunner } from '../../../electron/jobs/create-runner.ts';
import type { JobKind } from '../../../electron/jobs/job.ts';
import type { JobRunner, NewJob } from '../../../electron/jobs/runner.ts';
import { ok } from '../../../electron/result.ts';
import { watchStalls } from './stalls.ts';

/** What so many jobs cost, each of them: times in microseconds, memory and disk in bytes. */
export interface JournalScale {
  readonly jobs: number;
  readonly add: number;
  /** Started, three notes, done. */
  readonly life: number;
  readonly open: number;
  /** Opened in the middle of its life, when the journal holds every line that was written. */
  readonly openUsed: number;
  readonly reorder: number;
  readonly cancel: number;
  readonly memory: number;
  readonly disk: number;
  /** Longest time nothing else could run while they were added, opened and canceled, in milliseconds. */
  readonly stall: number;
}

const SIZES = [100, 1_000, 10_000, 100_000];
const LANE = 64;

const kind: JobKind = {
  kind: 'say',
  parse: (input) => ok(input),
  lane: () => 'speech',
  async run(_, desk) {
    await desk.note('asking', { at: 1_790_000_000_000, credits: 1234 });
    await desk.note('spoken', { link: 'https://cdn.example/speech/0123456789abcdef.mp3', ms: 4321 });
    await desk.note('asking', null);
    return { is: 'done', result: { clipId: `clip-20261126-000000-${desk.id.slice(-10)}` } };
  },
};

const measured: JournalScale[] = [];
for (const jobs of SIZES) measured.push(await measure(jobs));
process.stdout.write(JSON.stringify(measured));

async function measure(jobs: number): Promise<JournalScale> {
  const folder = mkdtempSync(join(tmpdir(), 'timbre-journal-'));
  let stall = 0;
  const each = async (work: () => Promise<unknown>) => {
    const begun = performance.now();
    await work();
    return ((performance.now() - begun) * 1000) / jobs;
  };
  const watched = async (work: () => Promise<unknown>) => {
    const stalls = watchStalls();
    const time = await each(work);
    stall = Math.max(stall, stalls.longest());
    return time;
  };
  try {
    const before = heap();
    let runner = await openRunner(folder);
    const asked = newJobs(jobs);
    const add = await watched(() => added(runner, asked));
    const memory = (heap() - before) / jobs;
    await runner.stop();
    const disk = statSync(join(folder, 'journal.jsonl')).size / jobs;
    const open = await watched(async () => {
      runner = await openRunner(folder);
    });
    const [first, ...rest] = runner.list().map(({ id }) => id);
    const reorder = await each(() => runner.reorder(rest.slice(rest.length >> 1), first ?? null));
    const life = await each(async () => {
      runner.start();
      await runner.idle();
    });
    if (runner.list().some(({ state }) => state.status !== 'done')) throw new Error('not all are done');
    await runner.stop();
    const openUsed = await each(async () => {
      runner = await openRunner(folder);
    });
    await runner.forget(runner.list().map(({ id }) => id));
    await added(runner, asked);
    const ids = runner.list().map(({ id }) => id);
    const cancel = await watched(() => runner.cancelAll(ids));
    await runner.stop();
    return { jobs, add, life, open, openUsed, reorder, cancel, memory, disk, stall };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function openRunner(folder: string): Promise<JobRunner> {
  const opened = await createJobRunner({ folder, kinds: [kind], concurrency: () => LANE });
  if (!opened.ok) throw new Error(opened.fault.detail ?? opened.fault.code);
  return opened.value;
}

function newJobs(count: number): readonly NewJob[] {
  const text = 'a sentence of an ordinary length, spoken by somebody.';
  return Array.from({ length: count }, (_, i) => ({
    kind: 'say',
    input: { voiceId: 'voice-1', server: 'local', text: `Line ${i}: ${text}`, speed: 1 },
  }));
}

async function added(runner: JobRunner, jobs: readonly NewJob[]): Promise<void> {
  const result = await runner.add(jobs);
  if (!result.ok) throw new Error(result.fault.detail ?? result.fault.code);
}

/** Bytes in use once what nobody holds is gone. */
function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
