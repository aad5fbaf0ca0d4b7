import type { Json, Result } from '../result.ts';
import type { Job, JobFaultCode, JobKind } from './job.ts';

export interface JobRunnerOptions {
  /** Folder of the journal; made when missing. */
  readonly folder: string;
  readonly kinds: readonly JobKind[];
  /** Jobs of a lane that may run at once; default 1. */
  readonly concurrency?: (lane: string) => number;
  readonly now?: () => number;
  readonly newId?: () => string;
  /** 0–1, for the jitter of the back-off; default `Math.random`. */
  readonly random?: () => number;
}

export interface NewJob {
  readonly kind: string;
  readonly input: Json;
  /** The id to give it; default a new one. An id that exists already is refused by a thrown error: a defect. */
  readonly id?: string;
}

/**
 * The durable runner: what was added is on disk before `add` resolves, and is brought to an end by this process or a
 * later one. It knows nothing of audio or A2E.
 */
export interface JobRunner {
  /** Takes jobs on, all or none, in one write; resolves when they are flushed to disk. Fails with `journal-not-written`. */
  add(jobs: readonly NewJob[]): Promise<Result<readonly Job[], JobFaultCode>>;
  /** Begins to run what waits. Jobs left `running` by a killed process start again with their notes. */
  start(): void;
  /** Stops taking new work, aborts what runs (it goes back to waiting with its notes) and closes the journal. */
  stop(): Promise<void>;
  /** In the order they were asked. */
  list(): readonly Job[];
  get(id: string): Job | undefined;
  /** Ends a job that is not settled; one that runs is aborted. */
  cancel(id: string): Promise<Result<Job, JobFaultCode>>;
  /** Puts a failed or canceled job back to waiting, its notes kept. `forget` names notes to drop first. */
  retry(id: string, forget?: readonly string[]): Promise<Result<Job, JobFaultCode>>;
  /** Removes settled jobs from the journal (at the next compaction they are gone from disk too). */
  forget(ids: readonly string[]): Promise<Result<void, JobFaultCode>>;
  /** Wakes the jobs that wait for this key. */
  release(key: string): void;
  /** Tries everything that waits for a time now: the network may be back. */
  nudge(): void;
  /** Calls `listener` with the whole new job after each change; answers the undo. */
  onChange(listener: (job: Job) => void): () => void;
  /** Resolves when no job waits or runs. */
  idle(): Promise<void>;
}
