import type { Fault, Json, Result } from '../result.ts';
import type { Job, JobDesk } from './job.ts';
import type { BookFaultCode, JobBook } from './job-book.ts';
import { sleep } from './sleep.ts';

/** One run of one job, while it goes on. */
export interface JobRun {
  readonly id: string;
  readonly lane: string;
  readonly desk: JobDesk;
  /** Keys released since the run began. */
  readonly released: Set<string>;
  /** Why a note could not be written, where one could not. */
  lostNote(): Fault | undefined;
  /** Whether it wrote something that was not yet known. */
  gotFurther(): boolean;
  abort(): void;
  /** The run has answered: whatever its desk is still asked for is refused. */
  clearDesk(): void;
  /** Resolves when the job has got its next state and its place in the lane is free. */
  readonly over: Promise<void>;
  leave(): void;
}

/** What a run needs of the runner. */
export interface RunParts {
  readonly job: Job;
  readonly book: JobBook;
  /** The job by now. */
  readonly current: () => Job | undefined;
  readonly isParked: () => boolean;
}

/** A run that is about to begin, with a desk to work at. */
export function createJobRun({ job, book, current, isParked }: RunParts): JobRun {
  const { id, lane } = job;
  const aborting = new AbortController();
  let leave = (): void => undefined;
  const over = new Promise<void>((resolve) => {
    leave = resolve;
  });
  let lostNote: Fault | undefined;
  let gotFurther = false;
  let cleared = false;

  const notes = (): Job['notes'] => current()?.notes ?? {};

  async function writeNote(key: string, value: Json): Promise<void> {
    if (cleared) throw new Error('the run is over: it can take no more notes');
    if (isKnown(notes(), key, value)) return;
    // Writing a note anew (a second attempt at the same step) is no progress, and must not shorten the back-off.
    const isFirst = !Object.hasOwn(notes(), key);
    const written: Result<Job, BookFaultCode> = await book.moveFlushed(id, { is: 'note', key, value });
    if (!written.ok) {
      lostNote = written.fault;
      throw new Error(`the note ${key} could not be written: ${written.fault.detail ?? written.fault.code}`);
    }
    gotFurther ||= isFirst;
  }

  const desk: JobDesk = {
    id,
    get notes() {
      return notes();
    },
    note(key, value) {
      const written = writeNote(key, value);
      // The runner has seen the failure: a run that does not wait for its note must not bring the process down.
      written.catch(() => undefined);
      return written;
    },
    isParked,
    stage(name) {
      if (!cleared) book.move(id, { is: 'stage', name });
    },
    signal: aborting.signal,
    sleep: (ms) => sleep(ms, aborting.signal),
  };
  return {
    id,
    lane,
    desk,
    released: new Set(),
    lostNote: () => lostNote,
    gotFurther: () => gotFurther,
    abort: () => aborting.abort(),
    clearDesk() {
      cleared = true;
    },
    over,
    leave,
  };
}

function isKnown(notes: Job['notes'], key: string, value: Json): boolean {
  return Object.hasOwn(notes, key) && JSON.stringify(notes[key]) === JSON.stringify(value);
}
