import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createJobRunner } from '../../../electron/jobs/create-runner.ts';
import type { JobKind } from '../../../electron/jobs/job.ts';
import type { JobRunner } from '../../../electron/jobs/runner.ts';
import { type Json, ok } from '../../../electron/result.ts';

/** What this program prints, in milliseconds. */
export interface JournalTimes {
  readonly add: readonly number[];
  readonly open: readonly number[];
}

const JOBS = 10_000;
const ROUNDS = 5;

const kind: JobKind = {
  kind: 'say',
  parse: (input) => ok(input),
  lane: () => 'speech',
  run: async () => ({ is: 'done', result: null }),
};

const jobs = Array.from({ length: JOBS }, (_, i) => ({
  kind: 'say',
  input: { voiceId: 'voice-1', text: `Line ${i}: a sentence of an ordinary length, spoken by somebody.` },
}));

const add: number[] = [];
const open: number[] = [];
for (let round = 0; round < ROUNDS; round++) {
  const folder = mkdtempSync(join(tmpdir(), 'timbre-journal-'));
  try {
    const runner = await openRunner(folder);
    add.push(await timed(() => added(runner)));
    await runner.stop();
    let again: JobRunner | undefined;
    open.push(
      await timed(async () => {
        again = await openRunner(folder);
      }),
    );
    if (again?.list().length !== JOBS) throw new Error(`${again?.list().length} jobs were found again`);
    await again.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
const times: JournalTimes = { add, open };
process.stdout.write(JSON.stringify(times));

async function openRunner(folder: string): Promise<JobRunner> {
  const opened = await createJobRunner({ folder, kinds: [kind] });
  if (!opened.ok) throw new Error(opened.fault.detail ?? opened.fault.code);
  return opened.value;
}

async function added(runner: JobRunner): Promise<Json> {
  const result = await runner.add(jobs);
  if (!result.ok) throw new Error(result.fault.detail ?? result.fault.code);
  return result.value.length;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
