import { eachInStretches } from '../processes/stretches.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Job } from './job.ts';
import type { JobTable } from './job-table.ts';
import { encodeRecord, type JournalRecord } from './journal-record.ts';
import type { JournalWriter, JournalWritten } from './journal-writer.ts';
import { type JobEvent, moveJob } from './move-job.ts';

export type BookFaultCode = 'job-not-found' | 'job-move-refused' | 'journal-not-written';

/** The jobs in memory and on disk, kept in step. */
export interface JobBook {
  /** Takes new jobs on, all or none, once they are on disk. */
  enter(jobs: readonly Job[]): Promise<JournalWritten>;
  /**
   * Moves a job at once; its line is written soon, without waiting. For changes that need not outlive the process:
   * without them the next process runs the job again with its notes, which is right. Undefined when refused.
   */
  move(id: string, event: JobEvent): Job | undefined;
  /** Moves a job once its line is on disk. */
  moveFlushed(id: string, event: JobEvent): Promise<Result<Job, BookFaultCode>>;
  /** Gives jobs other places in the order once that is on disk; answers them as they are then. */
  rank(
    ranks: readonly (readonly [id: string, rank: number])[],
  ): Promise<Result<readonly Job[], 'journal-not-written'>>;
  /** Takes jobs out once that is on disk. */
  remove(ids: readonly string[]): Promise<JournalWritten>;
}

/** A book over this table and journal. */
export function createJobBook(parts: {
  readonly table: JobTable;
  readonly journal: JournalWriter;
  readonly now: () => number;
}): JobBook {
  const { table, journal, now } = parts;
  return {
    async enter(jobs) {
      const last = jobs.length - 1;
      const lines: Buffer[] = [];
      await eachInStretches(jobs, (job, i) => {
        lines.push(Buffer.from(encodeRecord({ is: 'added', job, left: last - i })));
      });
      const written = await journal.append(lines, { flush: true });
      if (written.ok) await eachInStretches(jobs, table.put);
      return written;
    },
    move(id, event) {
      const job = table.get(id);
      const moved = job && moveJob(job, event, now());
      if (!moved?.ok) return undefined;
      const record = recordOf(moved.value, event);
      // A line that could not be written is no loss here (see the interface), and the next flushed one will say so.
      if (record) void journal.append(encodeRecord(record), { flush: false });
      table.put(moved.value);
      return moved.value;
    },
    async moveFlushed(id, event) {
      const at = now();
      const before = table.get(id);
      if (!before) return fail('job-not-found');
      const planned = moveJob(before, event, at);
      if (!planned.ok) return planned;
      const record = recordOf(planned.value, event);
      const written = record && (await journal.append(encodeRecord(record), { flush: true }));
      if (written && !written.ok) return written;
      // Notes and stages may have come in while the disk was at work: move what the job is by now.
      const moved = moveJob(table.get(id) ?? before, event, at);
      if (moved.ok) table.put(moved.value);
      return moved;
    },
    async rank(ranks) {
      const written = await journal.append(encodeRecord({ is: 'ranked', ranks }), { flush: true });
      if (!written.ok) return written;
      return ok(
        ranks.flatMap(([id, rank]) => {
          const job = table.get(id);
          const moved = job && moveJob(job, { is: 'rank', rank }, now());
          if (!moved?.ok) return [];
          table.put(moved.value);
          return [moved.value];
        }),
      );
    },
    async remove(ids) {
      if (ids.length === 0) return ok(undefined);
      const written = await journal.append(encodeRecord({ is: 'forgotten', ids }), { flush: true });
      if (written.ok) for (const id of ids) table.remove(id);
      return written;
    },
  };
}

/** The line an event leaves behind. Wakings leave none: a process that starts wakes everything anyway. */
function recordOf(job: Job, event: JobEvent): JournalRecord | undefined {
  const { id, state, tries } = job;
  switch (event.is) {
    case 'wake':
    case 'stage':
    case 'rank':
      return undefined;
    case 'note':
      return { is: 'note', id, key: event.key, value: event.value };
    case 'retry':
      return { is: 'retried', id, at: 'since' in state ? state.since : job.createdAt, forget: event.forget };
    default:
      return { is: 'state', id, state, tries };
  }
}
