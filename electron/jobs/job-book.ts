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
  /** The same for many, in one write and in stretches; answers those that the event had a place for. */
  moveAllFlushed(
    ids: readonly string[],
    eventOf: (id: string) => JobEvent,
  ): Promise<Result<readonly Job[], 'journal-not-written'>>;
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

  function movedBy(id: string, event: JobEvent, at: number): Job | undefined {
    const job = table.get(id);
    const moved = job && moveJob(job, event, at);
    return moved?.ok ? moved.value : undefined;
  }

  /** Moves what the jobs are by now; answers those that moved. */
  async function putAll(
    ids: readonly string[],
    { eventOf, at }: { readonly eventOf: (id: string) => JobEvent; readonly at: number },
  ): Promise<readonly Job[]> {
    const put: Job[] = [];
    await eachInStretches(ids, (id) => {
      const moved = movedBy(id, eventOf(id), at);
      if (!moved) return;
      table.put(moved);
      put.push(moved);
    });
    return put;
  }

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
      const moved = movedBy(id, event, now());
      if (!moved) return undefined;
      const record = recordOf(moved, event);
      // A line that could not be written is no loss here (see the interface), and the next flushed one will say so.
      if (record) void journal.append(encodeRecord(record), { flush: false });
      table.put(moved);
      return moved;
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
    async moveAllFlushed(ids, eventOf) {
      const at = now();
      const movable: string[] = [];
      const lines: Buffer[] = [];
      await eachInStretches(ids, (id) => {
        const event = eventOf(id);
        const planned = movedBy(id, event, at);
        if (!planned) return;
        movable.push(id);
        const record = recordOf(planned, event);
        if (record) lines.push(Buffer.from(encodeRecord(record)));
      });
      const written = await journal.append(lines, { flush: true });
      return written.ok ? ok(await putAll(movable, { eventOf, at })) : written;
    },
    async rank(ranks) {
      const written = await journal.append(encodeRecord({ is: 'ranked', ranks }), { flush: true });
      if (!written.ok) return written;
      const rankOf = new Map(ranks);
      const eventOf = (id: string): JobEvent => ({ is: 'rank', rank: rankOf.get(id) ?? 0 });
      return ok(await putAll([...rankOf.keys()], { eventOf, at: now() }));
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
