import { z } from 'zod';
import type { Job } from '../../jobs/job.ts';
import type { Clip } from '../clip.ts';
import type { LineRef } from './batch.ts';

type Status = Job['state']['status'];

/** What has become of a line: its newest job, and the clip that was made last. */
export interface LineProgress {
  readonly jobId: string;
  readonly status: Status;
  readonly clipId?: string;
}

export type LineCounts = Readonly<Record<Status, number>>;

/** Follows the jobs of all batches; each change costs the same however many lines there are. */
export interface LineBook {
  /** Answers the line that the job belongs to, if it is its newest. */
  follow(job: Job): LineRef | undefined;
  /** Takes down a line that was spoken by its clip: the job may be forgotten by now. */
  spoken(clip: Clip): void;
  /** The line that a job belongs to, its newest or not. */
  lineOf(job: Job): LineRef | undefined;
  progress(line: LineRef): LineProgress | undefined;
  counts(batchId: string): LineCounts;
  /** Ids of the newest jobs of a batch that are in one of these states. */
  jobs(batchId: string, statuses: readonly Status[]): readonly string[];
  /** Ids of all its jobs that are not forgotten, those that were redone among them. */
  allJobs(batchId: string): readonly string[];
  /** Ids of all jobs of these lines that are not forgotten, those that were redone among them. */
  jobsOf(batchId: string, lineIds: ReadonlySet<string>): readonly string[];
  /** Ids of the lines that were asked for. */
  lines(batchId: string): readonly string[];
  /** These lines are of the batch no longer. */
  leaveOut(batchId: string, lineIds: Iterable<string>): void;
  /** The queue does not know these jobs any more; what became of their lines stands. */
  forgotten(batchId: string, jobIds: readonly string[]): void;
  drop(batchId: string): void;
}

const NOTHING: LineCounts = { waiting: 0, running: 0, done: 0, failed: 0, canceled: 0 };
const inputSchema = z.object({
  line: z.object({ batchId: z.string(), lineId: z.string(), askedAt: z.number().exactOptional() }),
});
const resultSchema = z.object({ clipId: z.string() });

/** A line with the time it was asked for last. */
interface Entry extends LineProgress {
  readonly askedAt: number;
}

interface Pages {
  readonly lines: Map<string, Entry>;
  readonly jobs: Set<string>;
  counts: LineCounts;
}

/** A book without lines; give it the clips there are, then the jobs in their order, and each job as it changes. */
export function createLineBook(): LineBook {
  const batches = new Map<string, Pages>();
  /** Reading a job's input costs more than all else; it never changes. */
  const lineOfJob = new Map<string, LineRef | null>();

  function lineOf(job: Job): LineRef | null {
    const known = lineOfJob.get(job.id);
    if (known !== undefined) return known;
    const line = inputSchema.safeParse(job.input).data?.line ?? null;
    lineOfJob.set(job.id, line);
    return line;
  }

  function pagesOf(batchId: string): Pages {
    const there = batches.get(batchId);
    if (there) return there;
    const pages: Pages = { lines: new Map(), jobs: new Set(), counts: NOTHING };
    batches.set(batchId, pages);
    return pages;
  }

  /** False where something that was asked for later stands already. */
  function enter({ batchId, lineId }: LineRef, entry: Entry): boolean {
    const pages = pagesOf(batchId);
    const before = pages.lines.get(lineId);
    if (before && before.jobId !== entry.jobId && before.askedAt > entry.askedAt) return false;
    const clipId = entry.clipId ?? before?.clipId;
    pages.lines.set(lineId, { ...entry, ...(clipId !== undefined && { clipId }) });
    if (before?.status !== entry.status) {
      const counts = { ...pages.counts };
      if (before) counts[before.status]--;
      counts[entry.status]++;
      pages.counts = counts;
    }
    return true;
  }

  return {
    follow(job) {
      const line = lineOf(job);
      if (!line) return undefined;
      pagesOf(line.batchId).jobs.add(job.id);
      const { id: jobId, state, createdAt } = job;
      const clipId = state.status === 'done' ? resultSchema.safeParse(state.result).data?.clipId : undefined;
      const isNewest = enter(line, {
        ...{ jobId, status: state.status, askedAt: line.askedAt ?? createdAt },
        ...(clipId !== undefined && { clipId }),
      });
      return isNewest ? line : undefined;
    },
    spoken({ id, jobId, line, createdAt }) {
      if (line) enter(line, { jobId, status: 'done', clipId: id, askedAt: line.askedAt ?? createdAt });
    },
    lineOf: (job) => lineOf(job) ?? undefined,
    progress: ({ batchId, lineId }) => batches.get(batchId)?.lines.get(lineId),
    counts: (batchId) => batches.get(batchId)?.counts ?? NOTHING,
    jobs: (batchId, statuses) =>
      [...(batches.get(batchId)?.lines.values() ?? [])].flatMap(({ jobId, status }) =>
        statuses.includes(status) ? [jobId] : [],
      ),
    allJobs: (batchId) => [...(batches.get(batchId)?.jobs ?? [])],
    jobsOf: (batchId, lineIds) =>
      [...(batches.get(batchId)?.jobs ?? [])].filter((id) => lineIds.has(lineOfJob.get(id)?.lineId ?? '')),
    lines: (batchId) => [...(batches.get(batchId)?.lines.keys() ?? [])],
    leaveOut(batchId, lineIds) {
      const pages = batches.get(batchId);
      for (const id of lineIds) {
        const line = pages?.lines.get(id);
        if (!pages || !line) continue;
        pages.lines.delete(id);
        pages.counts = { ...pages.counts, [line.status]: pages.counts[line.status] - 1 };
      }
    },
    forgotten(batchId, jobIds) {
      for (const id of jobIds) {
        lineOfJob.delete(id);
        batches.get(batchId)?.jobs.delete(id);
      }
    },
    drop(batchId) {
      for (const id of batches.get(batchId)?.jobs ?? []) lineOfJob.delete(id);
      batches.delete(batchId);
    },
  };
}
