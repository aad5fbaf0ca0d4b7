import type { JobDesk, JobKind, Outcome } from '../../electron/jobs/job.ts';
import type { Json } from '../../electron/result.ts';

/** A clock that moves when a process does something or waits. */
export class FakeClock {
  time = 1_700_000_000_000;
  readonly now = () => this.time;
}

/** Nothing takes no time at all. */
const STEP_MS = 5;

/** What of a job is on disk: it outlives the processes that work on it. */
export interface JobOnDisk {
  readonly id: string;
  readonly notes: Record<string, Json>;
}

/** One process that works on a job until it is done with it or dies. */
export class FakeProcess {
  readonly stages: string[] = [];
  /** Every place at which it could have died, in order. */
  readonly steps: string[] = [];
  readonly aborting = new AbortController();
  /** The computer is about to sleep. */
  isParked = false;
  readonly #died: Promise<'died'>;
  readonly #dieAt: number;
  readonly #clock: FakeClock;
  #die = () => {};

  /** `dieAt`: the number of the step at which it is killed; none by default. */
  constructor(clock: FakeClock, dieAt = Number.POSITIVE_INFINITY) {
    this.#clock = clock;
    this.#dieAt = dieAt;
    this.#died = new Promise((resolve) => {
      this.#die = () => resolve('died');
    });
  }

  /** A place at which it can be killed: from then on nothing of it ever goes on. */
  readonly step = async (where: string): Promise<void> => {
    this.steps.push(where);
    this.#clock.time += STEP_MS;
    if (this.steps.length - 1 < this.#dieAt) return;
    this.#die();
    await new Promise(() => {});
  };

  desk(job: JobOnDisk): JobDesk {
    const { signal } = this.aborting;
    return {
      id: job.id,
      notes: job.notes,
      signal,
      isParked: () => this.isParked,
      note: async (key, value) => {
        await this.step(`before the note ${key}`);
        job.notes[key] = structuredClone(value);
        await this.step(`after the note ${key}`);
      },
      stage: (name) => void this.stages.push(name),
      sleep: async (ms) => {
        if (!signal.aborted) this.#clock.time += ms;
        await this.step('asleep');
      },
    };
  }

  /** The outcome of one run, or that the process died of it. */
  run<I, R extends Json>(kind: JobKind<I, R>, input: I, job: JobOnDisk): Promise<Outcome<R> | 'died'> {
    return Promise.race([kind.run(input, this.desk(job)), this.#died]);
  }
}

/** Runs a job as the runner does, again after each waiting for a time, until it is settled or waits for a key. */
export async function bringToEnd<I, R extends Json>(
  process: FakeProcess,
  clock: FakeClock,
  { kind, input, job }: { kind: JobKind<I, R>; input: I; job: JobOnDisk },
): Promise<Outcome<R> | 'died'> {
  for (let run = 0; run < 40; run++) {
    const outcome = await process.run(kind, input, job);
    if (outcome === 'died' || outcome.is !== 'waiting' || outcome.key !== undefined) return outcome;
    clock.time += outcome.retryAfterMs ?? 1000;
  }
  throw new Error('forty runs and no end');
}
