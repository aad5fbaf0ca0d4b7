import { z } from 'zod';
import type { Job } from '../../jobs/job.ts';
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
  progress(line: LineRef): LineProgress | undefined;
  counts(batchId: string): LineCounts;
  /** Ids of the newest jobs of a batch that are in one of these states. */
  jobs(batchId: string, statuses: readonly Status[]): readonly string[];
  /** Ids of all its jobs, those that were redone among them. */
  allJobs(batchId: string): readonly string[];
  /** Ids of all jobs of these lines, those that were redone among them. */
  jobsOf(batchId: string, lineIds: ReadonlySet<string>): readonly string[];
  /** Ids of the lines that have jobs. */
  lines(batchId: string): readonly string[];
  /** These lines are of the batch no longer. */
  leaveOut(batchId: string, lineIds: Iterable<string>): void;
  drop(batchId: string): void;
}

const NOTHING: LineCounts = { waiting: 0, running: 0, done: 0, failed: 0, canceled: 0 };
const inputSchema = z.object({ line: z.object({ batchId: z.string(), lineId: z.string() }) });
const resultSchema = z.object({ clipId: z.string() });

interface Pages {
  readonly lines: Map<string, LineProgress & { readonly rank: number }>;
  readonly jobs: Set<string>;
  counts: LineCounts;
}

/** A book without lines; give it the jobs there are, in their order, and each as it changes. */
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

  return {
    follow(job) {
      const line = lineOf(job);
      if (!line) return undefined;
      const pages = pagesOf(line.batchId);
      pages.jobs.add(job.id);
      const before = pages.lines.get(line.lineId);
      const rank = job.createdAt;
      if (before && before.jobId !== job.id && before.rank > rank) return undefined;
      const { status } = job.state;
      const made =
        job.state.status === 'done' ? resultSchema.safeParse(job.state.result).data?.clipId : undefined;
      const clipId = made ?? before?.clipId;
      pages.lines.set(line.lineId, { jobId: job.id, status, rank, ...(clipId !== undefined && { clipId }) });
      if (before?.status !== status) {
        const counts = { ...pages.counts };
        if (before) counts[before.status]--;
        counts[status]++;
        pages.counts = counts;
      }
      return line;
    },
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
    drop(batchId) {
      for (const id of batches.get(batchId)?.jobs ?? []) lineOfJob.delete(id);
      batches.delete(batchId);
    },
  };
}
