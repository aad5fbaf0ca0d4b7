import { isSettled, type Job } from '../../jobs/job.ts';
import type { LineRef } from '../../speaking/batches/batch.ts';
import type { BatchParts } from './batch-parts.ts';

/** So many jobs are forgotten with one write, and earlier only where nothing of their batch is left to do. */
const AT_ONCE = 250;

/** Takes the jobs of spoken lines out of the queue. */
export interface SpentJobs {
  /** To be told of each job of a line as it changes. */
  follow(job: Job, line: LineRef): void;
  /** Forgets what the last process had no more time to forget. */
  sweep(): Promise<void>;
}

/**
 * Forgets the job of a line once its clip is kept, which says all there is to know of it, and what was asked before it:
 * ten thousand lines that are done cost the queue, its journal and the next start nothing.
 */
export function forgetSpentJobs(parts: Pick<BatchParts, 'book' | 'runner' | 'stations'>): SpentJobs {
  const { book, runner, stations } = parts;
  const spent = new Map<string, Set<string>>();

  function isSpent({ id, state }: Job, line: LineRef): boolean {
    if (!isSettled(state)) return false;
    const progress = book.progress(line);
    if (progress?.jobId !== id) return progress !== undefined;
    const clip = stations.clips.get(progress.clipId ?? '');
    return state.status === 'done' && clip?.state.status === 'kept' && clip.line !== undefined;
  }

  async function forget(batchId: string): Promise<void> {
    const ids = [...(spent.get(batchId) ?? [])];
    spent.delete(batchId);
    // One that could not be forgotten is at the next start.
    if ((await runner.forget(ids)).ok) book.forgotten(batchId, ids);
  }

  function note(job: Job, { batchId }: LineRef): number {
    const ids = spent.get(batchId) ?? new Set();
    spent.set(batchId, ids.add(job.id));
    return ids.size;
  }

  return {
    follow(job, line) {
      if (!isSpent(job, line)) return;
      const { waiting, running } = book.counts(line.batchId);
      if (note(job, line) >= AT_ONCE || waiting + running === 0) void forget(line.batchId);
    },
    async sweep() {
      for (const job of runner.list()) {
        const line = book.lineOf(job);
        if (line && isSpent(job, line)) note(job, line);
      }
      for (const batchId of [...spent.keys()]) await forget(batchId);
    },
  };
}
