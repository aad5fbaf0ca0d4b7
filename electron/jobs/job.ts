import type { Fault, Json, Result } from '../result.ts';

/** What a waiting job waits for. `turn`: only its place in the lane; `upload`: a sample that another job sends; `server`: to be run where its server is connected; `sleep`: the computer was about to sleep. */
export type WaitReason =
  | 'turn'
  | 'network'
  | 'voice'
  | 'upload'
  | 'server'
  | 'capacity'
  | 'credits'
  | 'disk'
  | 'sleep';

/** Times are milliseconds since 1970. */
export type JobState =
  | {
      readonly status: 'waiting';
      readonly why: WaitReason;
      readonly since: number;
      /** When the runner tries again by itself; absent while it waits for a key to be released or for its turn. */
      readonly retryAt?: number;
      /** The key whose release wakes it, such as `voice:<id>`. */
      readonly key?: string;
      /** What went wrong last, where something did. */
      readonly fault?: Fault;
      /** The others of its lane wait with it. */
      readonly holdsLane?: true;
    }
  | { readonly status: 'running'; readonly since: number; readonly stage?: string }
  | { readonly status: 'done'; readonly at: number; readonly result: Json }
  | { readonly status: 'failed'; readonly at: number; readonly fault: Fault }
  | { readonly status: 'canceled'; readonly at: number };

/** A piece of work on disk: it outlives the process that took it on. */
export interface Job {
  readonly id: string;
  readonly kind: string;
  /** Jobs of one lane run in the order they were asked, as many at once as the lane allows. */
  readonly lane: string;
  readonly input: Json;
  /** What the job has written down on its way, so that the next process knows what was already done. */
  readonly notes: Readonly<Record<string, Json>>;
  /** Tries in a row that ended in waiting; decides the back-off; reset when a try gets further (its first note of a name). */
  readonly tries: number;
  readonly createdAt: number;
  /** Its place in the order of asking, smaller is earlier; absent in jobs of before: then that of its line. */
  readonly rank?: number;
  readonly state: JobState;
}

/** How one run of a job ended. */
export type Outcome<R extends Json = Json> =
  | { readonly is: 'done'; readonly result: R }
  | { readonly is: 'failed'; readonly fault: Fault }
  /** It gave its turn up before it did anything, and waits for the next one; no try is counted. */
  | { readonly is: 'put-back' }
  | {
      readonly is: 'waiting';
      readonly why: Exclude<WaitReason, 'turn' | 'disk'>;
      /** Wait at least this long; absent: the runner's back-off. Not used together with `key`. */
      readonly retryAfterMs?: number;
      /** Wait until this key is released instead of a time. */
      readonly key?: string;
      readonly fault?: Fault;
      /** No other job of this lane would fare better: none starts until this one is tried again, and then it alone. */
      readonly holdsLane?: true;
    };

/** The key that is released when the computer is awake again. */
export const AWAKE_KEY = 'awake';

/** The end of a run that stopped before something that must not be cut off, because the computer is about to sleep. */
export const PARKED: Outcome<never> = { is: 'waiting', why: 'sleep', key: AWAKE_KEY };

/** What a run is given to work with. */
export interface JobDesk {
  readonly id: string;
  readonly notes: Readonly<Record<string, Json>>;
  /**
   * Writes a note down; once it resolves, the note is on disk (flushed) and survives kill -9 and power loss. Rejects
   * when it cannot be written (full disk): the run must then end, and the runner puts the job to wait for the disk.
   */
  note(key: string, value: Json): Promise<void>;
  /**
   * Whether the computer is about to sleep: then nothing is to be begun that cannot be cut off, and the run ends as
   * `PARKED`.
   */
  isParked(): boolean;
  /** Says how far the run is, for whoever watches; not kept. */
  stage(name: string): void;
  /** Fires when the job is canceled or the process is closing. */
  readonly signal: AbortSignal;
  /** Resolves after `ms`, or at once when `signal` fires. */
  sleep(ms: number): Promise<void>;
}

/** One kind of work. `parse` turns what the journal holds back into an input, or says that it cannot. */
export interface JobKind<I = unknown, R extends Json = Json> {
  readonly kind: string;
  parse(input: unknown): Result<I, 'job-unreadable'>;
  lane(input: I): string;
  /** Never throws for an expected failure; a throw is a defect and ends the job as `job-broke`. */
  run(input: I, desk: JobDesk): Promise<Outcome<R>>;
}

export type JobFaultCode =
  | 'job-unreadable'
  | 'job-broke'
  | 'journal-not-written'
  | 'job-not-found'
  | 'job-not-retryable';

/** Whether nothing will happen to this job any more unless a person asks. */
export function isSettled(state: JobState): boolean {
  return state.status === 'done' || state.status === 'failed' || state.status === 'canceled';
}
