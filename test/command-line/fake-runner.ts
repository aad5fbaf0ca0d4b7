import type { Job, JobState } from '../../electron/jobs/job.ts';
import type { JobRunner } from '../../electron/jobs/runner.ts';
import type { Json } from '../../electron/result.ts';
import { ok } from '../../electron/result.ts';

/** A queue whose jobs move only when the test says so. */
export interface FakeRunner extends JobRunner {
  /** The job gets this state (and these notes) and everyone who listens is told. */
  become(id: string, state: JobState, notes?: Readonly<Record<string, Json>>): void;
  readonly listeners: number;
  readonly started: number;
}

export function fakeRunner(...first: readonly Job[]): FakeRunner {
  const jobs = new Map(first.map((job) => [job.id, job]));
  const listeners = new Set<(job: Job) => void>();
  let started = 0;
  const noOne = () => {
    throw new Error('nobody asked for this');
  };
  return {
    ...{
      add: noOne,
      cancel: noOne,
      cancelAll: noOne,
      retry: noOne,
      retryAll: noOne,
      forget: async () => ok(undefined),
      reorder: noOne,
    },
    ...{ park: () => {}, unpark: () => {} },
    ...{ pause: () => {}, resume: () => {}, isPaused: () => false, holder: () => undefined },
    ...{ stop: async () => {}, release: () => {}, nudge: () => {}, idle: () => new Promise<void>(() => {}) },
    start: () => void started++,
    list: () => [...jobs.values()],
    get: (id) => jobs.get(id),
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    become(id, state, notes) {
      const job = jobs.get(id);
      if (!job) throw new Error(`no job ${id}`);
      const moved = { ...job, state, notes: notes ?? job.notes };
      jobs.set(id, moved);
      for (const listener of listeners) listener(moved);
    },
    get listeners() {
      return listeners.size;
    },
    get started() {
      return started;
    },
  };
}

export const aJob = (id: string, state: JobState, kind = 'speak'): Job => ({
  ...{ id, kind, lane: `${kind}@local`, input: null, notes: {}, tries: 0, createdAt: 1, state },
});
