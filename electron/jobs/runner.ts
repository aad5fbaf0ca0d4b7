import type { Json, Result } from '../result.ts';
import type { Job, JobFaultCode, JobKind } from './job.ts';
import type { JournalDisk } from './journal-file.ts';
import type { JournalDamage } from './open-journal.ts';

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
  /** Starts nothing before `resume`; default false. */
  readonly startPaused?: boolean;
  /** Told, before `createJobRunner` answers, that lines of the journal could not be read and were set aside. */
  readonly onDamage?: (damage: JournalDamage) => void;
  /** Default: the disk of this computer. */
  readonly disk?: JournalDisk;
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
  /**
   * Takes jobs on, all or none, in one write; resolves when they are flushed to disk. Fails with `journal-not-written`,
   * or with `job-unreadable` when nobody does this kind or its `parse` refuses the input.
   */
  add(jobs: readonly NewJob[]): Promise<Result<readonly Job[], JobFaultCode>>;
  /**
   * Begins to run what waits. Jobs left `running` by a killed process start again with their notes. Jobs that waited for
   * a key when the last process ended get one run, because the key may have been released in between.
   */
  start(): void;
  /**
   * Stops taking new work, aborts what runs, waits at most 5 s for the runs to end (one that answers done is done, the
   * others go back to waiting with their notes) and closes the journal. Nothing is written after it.
   */
  stop(): Promise<void>;
  /** In the order they were asked. */
  list(): readonly Job[];
  get(id: string): Job | undefined;
  /**
   * Ends a job that is not settled; one that runs is aborted. A run that answers done all the same makes it done, now or
   * soon after: what was paid for is kept. A settled job is answered as it is.
   */
  cancel(id: string): Promise<Result<Job, JobFaultCode>>;
  /** The same for many, in a write or two; none of them starts meanwhile. Answers those that were canceled by it. */
  cancelAll(ids: readonly string[]): Promise<Result<readonly Job[], JobFaultCode>>;
  /**
   * Puts a failed or canceled job back to waiting, its notes kept. `forget` names notes to drop first. Fails with
   * `job-not-retryable` in any other state and with `job-unreadable` when this version cannot read the job.
   */
  retry(id: string, forget?: readonly string[]): Promise<Result<Job, JobFaultCode>>;
  /** The same for many, in one write, each with the notes it shall drop; answers those that wait again. */
  retryAll(
    asks: readonly { readonly id: string; readonly forget: readonly string[] }[],
  ): Promise<Result<readonly Job[], JobFaultCode>>;
  /**
   * Removes settled jobs, all or none (from disk when the journal is next rewritten); one that is gone already is passed
   * over. Fails with `job-not-found` when one of the ids names a job that is not settled.
   */
  forget(ids: readonly string[]): Promise<Result<void, JobFaultCode>>;
  /**
   * Puts these jobs, in this order, before another one; null: behind all. Those that run or are settled keep their state.
   * Fails with `job-not-found` when one of the ids names no job.
   */
  reorder(ids: readonly string[], before: string | null): Promise<Result<void, JobFaultCode>>;
  /** Starts nothing until `resume`; what runs goes on to its end. Not remembered: the next process says it again. */
  pause(): void;
  resume(): void;
  isPaused(): boolean;
  /**
   * The computer is about to sleep: starts nothing, and lets runs know, so that none begins in the last moment what must
   * not be cut off (`JobDesk.isParked`). What is under way goes on; its notes are on disk.
   */
  park(): void;
  /** The computer is awake: what was parked goes on, and all that waits for a time is tried now. */
  unpark(): void;
  /** The job for which the others of a lane wait (see `Outcome.holdsLane`), its state saying why and until when. */
  holder(lane: string): Job | undefined;
  /** Wakes the jobs that wait for this key. */
  release(key: string): void;
  /** Tries everything that waits for a time now: the network may be back. */
  nudge(): void;
  /** Calls `listener` with the whole new job after each change; answers the undo. */
  onChange(listener: (job: Job) => void): () => void;
  /**
   * Resolves when no job waits or runs, or when the runner has stopped. Keeps the process alive meanwhile; nothing else
   * of the runner does.
   */
  idle(): Promise<void>;
}
