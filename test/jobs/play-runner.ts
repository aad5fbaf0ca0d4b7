import { afterEach } from 'vitest';
import { createJobRunner } from '../../electron/jobs/create-runner.ts';
import type { Job, JobDesk, JobKind, JobState, Outcome } from '../../electron/jobs/job.ts';
import type { JobRunner, JobRunnerOptions } from '../../electron/jobs/runner.ts';
import { fail, type Json, ok } from '../../electron/result.ts';
import { createMemoryDisk } from './memory-disk.ts';

/** What a job of the kind `play` is given. */
export interface Play {
  readonly name: string;
  readonly lane?: string;
}

export const journalPath = '/jobs/journal.jsonl';

/** A kind whose runs are played by the test. */
export function playKind(run: (name: string, desk: JobDesk) => Promise<Outcome>): JobKind<Play> {
  return {
    kind: 'play',
    parse: (input) => (isPlay(input) ? ok(input) : fail('job-unreadable', { detail: 'not a play' })),
    lane: ({ lane = 'stage' }) => lane,
    run: ({ name }, desk) => run(name, desk),
  };
}

function isPlay(input: unknown): input is Play {
  return typeof input === 'object' && input !== null && 'name' in input && typeof input.name === 'string';
}

export function done(result: Json = null): Outcome {
  return { is: 'done', result };
}

const opened: JobRunner[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((runner) => runner.stop()));
});

export interface PlayOptions extends Partial<JobRunnerOptions> {
  readonly run?: (name: string, desk: JobDesk) => Promise<Outcome>;
}

/** A runner over a disk in memory, without jitter, whose jobs end at once unless told otherwise. */
export async function openRunner({
  run = async () => done(),
  ...more
}: PlayOptions = {}): Promise<JobRunner> {
  const kinds = [playKind(run)];
  const made = await createJobRunner({
    folder: '/jobs',
    disk: createMemoryDisk(),
    random: () => 0.5,
    kinds: kinds as JobKind[],
    ...more,
  });
  if (!made.ok) throw new Error(made.fault.detail ?? made.fault.code);
  opened.push(made.value);
  return made.value;
}

/** Asks for one play a name, in one add; the id is the name. */
export async function addPlays(runner: JobRunner, names: readonly string[], lane = 'stage'): Promise<void> {
  const added = await runner.add(names.map((name) => ({ kind: 'play', id: name, input: { name, lane } })));
  if (!added.ok) throw new Error(added.fault.detail ?? added.fault.code);
}

/** Each job as `name:status`. */
export function statuses(runner: JobRunner): readonly string[] {
  return runner.list().map((job) => `${job.id}:${job.state.status}`);
}

export function stateOf(runner: JobRunner, id: string): JobState | undefined {
  return runner.get(id)?.state;
}

/** Resolves when the job has come to this status. */
export function reached(runner: JobRunner, id: string, status: JobState['status']): Promise<Job> {
  const current = runner.get(id);
  if (current?.state.status === status) return Promise.resolve(current);
  return new Promise((resolve) => {
    const undo = runner.onChange((job) => {
      if (job.id !== id || job.state.status !== status) return;
      undo();
      resolve(job);
    });
  });
}

/** A promise and its key. */
export function gate<T = void>(): { readonly opened: Promise<T>; readonly open: (value: T) => void } {
  let open: (value: T) => void = () => undefined;
  const promise = new Promise<T>((resolve) => {
    open = resolve;
  });
  return { opened: promise, open };
}

/** Lets everything that is ready to happen happen. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 200; i += 1) await Promise.resolve();
}
