import type { Fault } from '../result.ts';
import type { Job, JobKind } from './job.ts';
import type { JobBook } from './job-book.ts';
import type { JobRun } from './job-run.ts';
import type { JobTable } from './job-table.ts';
import type { JobEvent } from './move-job.ts';
import { brokenBy, nextMove, type RunEnd, type RunFacts, waitForDisk } from './next-move.ts';

/** What the end of a run needs. */
export interface RunEndsParts {
  readonly table: JobTable;
  readonly book: JobBook;
  readonly kinds: ReadonlyMap<string, JobKind>;
  readonly now: () => number;
  readonly random: () => number;
  /** Gives a waiting job its seat. */
  readonly seat: (job: Job) => void;
  readonly isClosing: () => boolean;
}

/** Performs a job and brings it to its next state. */
export interface RunEnds {
  /** Never rejects. */
  perform(run: JobRun, job: Job): Promise<RunEnd>;
  /** In the turn of the job. */
  settle(run: JobRun, end: RunEnd): Promise<void>;
  /** The done or failed that a full disk has not taken yet. */
  unwritten(id: string): JobEvent | undefined;
  dropUnwritten(id: string): void;
}

/** The ends of runs over this book. */
export function createRunEnds(parts: RunEndsParts): RunEnds {
  const { table, book } = parts;
  /** What was done is not done again because the disk had no room for saying so. */
  const unwritten = new Map<string, JobEvent>();

  const factsOf = (run: JobRun): RunFacts => ({
    closing: parts.isClosing(),
    lostNote: run.lostNote(),
    gotFurther: run.gotFurther(),
    released: run.released,
    tries: table.get(run.id)?.tries ?? 0,
    now: parts.now(),
    random: parts.random(),
  });

  async function answer(run: JobRun, job: Job): Promise<RunEnd> {
    const kind = parts.kinds.get(job.kind);
    const input = kind?.parse(job.input);
    if (!kind || !input) return unreadable({ code: 'job-unreadable' });
    if (!input.ok) return unreadable(input.fault);
    return { is: 'answered', outcome: await kind.run(input.value, run.desk) };
  }

  async function applyMove(run: JobRun, event: JobEvent): Promise<void> {
    if (table.get(run.id)?.state.status === 'canceled') {
      if (event.is === 'done') await book.moveFlushed(run.id, event);
      return;
    }
    if (event.is !== 'done' && event.is !== 'fail') return goOnLater(run, event);
    const written = await book.moveFlushed(run.id, event);
    if (written.ok) {
      unwritten.delete(run.id);
      return;
    }
    unwritten.set(run.id, event);
    goOnLater(run, parts.isClosing() ? { is: 'put-back' } : waitForDisk(written.fault, factsOf(run)));
  }

  function goOnLater(run: JobRun, event: JobEvent): void {
    const moved = book.move(run.id, event);
    if (moved) parts.seat(moved);
  }

  return {
    async perform(run, job) {
      if (unwritten.has(job.id)) return { is: 'threw', error: 'not run: its end is known' };
      try {
        return await answer(run, job);
      } catch (error) {
        return { is: 'threw', error };
      }
    },
    async settle(run, end) {
      try {
        await applyMove(run, unwritten.get(run.id) ?? nextMove(end, factsOf(run)));
      } catch (error) {
        // An answer that is none, or that JSON cannot hold: a defect of the kind, as a throw is.
        await applyMove(run, { is: 'fail', fault: brokenBy(error) });
      }
    },
    unwritten: (id) => unwritten.get(id),
    dropUnwritten: (id) => void unwritten.delete(id),
  };
}

function unreadable(fault: Fault): RunEnd {
  return { is: 'answered', outcome: { is: 'failed', fault } };
}
