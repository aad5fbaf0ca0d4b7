import type { Outcome } from '../../jobs/job.ts';
import type { BatchShelf } from '../../library/batch-shelf.ts';
import { fail } from '../../result.ts';
import type { Batch } from '../../speaking/batches/batch.ts';
import type { BatchPurses } from '../servers/tills.ts';

/** Shares of a reading may miss a whole number by so much. */
const SLACK = 1e-6;

/** The key whose release wakes the lines of a batch that has used what it may. */
export function ceilingKey(batchId: string): string {
  return `ceiling:${batchId}`;
}

/** Why a batch may spend nothing more; undefined where it may. */
export function heldBatch({ id, ceiling, charged }: Batch): (Outcome<never> & { is: 'waiting' }) | undefined {
  const used = charged?.credits ?? 0;
  if (ceiling === undefined || used < ceiling - SLACK) return undefined;
  const { fault } = fail('batch-ceiling-reached', { facts: { used: Math.round(used), ceiling } });
  return { is: 'waiting', why: 'credits', key: ceilingKey(id), fault };
}

/** The purses of the batches on this shelf; `onCharged` hears of each change. */
export function batchPurses(
  shelf: Pick<BatchShelf, 'get' | 'change'>,
  onCharged: (batchId: string) => void,
): BatchPurses {
  return {
    held(batchId) {
      const batch = shelf.get(batchId);
      return batch && heldBatch(batch);
    },
    room(batchId) {
      const batch = shelf.get(batchId);
      if (batch?.ceiling === undefined) return null;
      return Math.max(0, batch.ceiling - (batch.charged?.credits ?? 0));
    },
    charged(batchId, credits, since) {
      void shelf.change(batchId, (batch) => {
        const { credits: before, since: told } = batch.charged ?? { credits: 0, since: -1 };
        // A process that was killed before it could say so, and its successor, tell the same reading.
        return since <= told ? batch : { ...batch, charged: { credits: before + credits, since } };
      });
      onCharged(batchId);
    },
  };
}
