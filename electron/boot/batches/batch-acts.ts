import type { BatchView } from '../../contract/calls.ts';
import { isSettled } from '../../jobs/job.ts';
import { ok, type Result } from '../../result.ts';
import type { Batch } from '../../speaking/batches/batch.ts';
import { retryJobs } from '../retry.ts';
import { isOver } from './asking.ts';
import type { BatchParts } from './batch-parts.ts';
import { ceilingKey } from './batch-purses.ts';

interface ActsParts extends BatchParts {
  readonly found: (batchId: string) => Result<Batch>;
  readonly told: (batch: Batch) => Result<BatchView>;
}

/** What is done with a batch as a whole: each act is one write for the queue, however many lines it is about. */
export interface BatchActs {
  /** Cancels what is not settled. */
  cancel(batchId: string): Promise<Result<BatchView>>;
  /** Tries again what has failed or was canceled. */
  retry(batchId: string): Promise<Result<BatchView>>;
  /** Sets how many credits may go for it in all, null: as many as it takes, and goes on where that lets it. */
  setCeiling(batchId: string, credits: number | null): Promise<Result<BatchView>>;
  /** Puts what waits before (or behind) all others of the queue. */
  reorder(batchId: string, to: 'first' | 'last'): Promise<Result<BatchView>>;
  /** Cancels it and takes it out of the list; its clips stay. */
  remove(batchId: string): Promise<Result<void>>;
}

export function createBatchActs(parts: ActsParts): BatchActs {
  const { shelf, book, runner, history, found, told } = parts;
  return {
    async cancel(batchId) {
      const batch = found(batchId);
      if (!batch.ok) return batch;
      const canceled = await runner.cancelAll(book.jobs(batchId, ['waiting', 'running']));
      return canceled.ok ? told(batch.value) : canceled;
    },
    async retry(batchId) {
      const batch = found(batchId);
      if (!batch.ok) return batch;
      const retried = await retryJobs(runner, book.jobs(batchId, ['failed', 'canceled']));
      return retried.ok ? told(batch.value) : retried;
    },
    async setCeiling(batchId, credits) {
      const batch = found(batchId);
      if (!batch.ok) return batch;
      const saved = await shelf.change(batchId, ({ ceiling: _, ...each }) =>
        credits === null ? each : { ...each, ceiling: credits },
      );
      if (!saved.ok) return saved;
      runner.release(ceilingKey(batchId));
      return told(saved.value);
    },
    async reorder(batchId, to) {
      const batch = found(batchId);
      if (!batch.ok) return batch;
      const first = runner.list().find(({ state }) => !isSettled(state));
      const moved = await runner.reorder(
        book.jobs(batchId, ['waiting']),
        to === 'first' ? (first?.id ?? null) : null,
      );
      return moved.ok ? told(batch.value) : moved;
    },
    async remove(batchId) {
      const batch = found(batchId);
      if (!batch.ok) return batch;
      const state = { status: 'discarded', at: parts.stations.now() } as const;
      const saved = await shelf.change(batchId, (each) => ({ ...each, state }));
      if (!saved.ok) return saved;
      await runner.cancelAll(book.jobs(batchId, ['waiting', 'running']));
      const settled = book.allJobs(batchId).filter((id) => isOver(runner.get(id)));
      const forgotten = await runner.forget(settled);
      if (!forgotten.ok) return forgotten;
      book.drop(batchId);
      history.drop(batchId);
      await shelf.remove(batchId);
      parts.onGone(batchId);
      return ok(undefined);
    },
  };
}
