import type { LineRef } from '../../speaking/batches/batch.ts';
import type { Emitter } from '../emitter.ts';
import type { BatchParts } from './batch-parts.ts';
import { viewBatch, viewProgress } from './batch-views.ts';

/** How often the window is told how far a batch is, in milliseconds. */
const TELL_MS = 200;
/** More lines than this at once are not told one by one: whoever shows some of them asks for those. */
const MOST_TOLD = 200;

/** Answers what is to be told of each line that changed; the window hears of all of them together, a few times a second. */
export function tellLines(
  parts: Pick<BatchParts, 'shelf' | 'book' | 'runner' | 'stations' | 'history'> & {
    readonly events: Emitter;
  },
): (line: LineRef) => void {
  const { shelf, events } = parts;
  /** By batch: the lines that have changed since the window was told. */
  const changed = new Map<string, Set<string>>();

  function tell(batchId: string): void {
    const ids = changed.get(batchId) ?? new Set();
    changed.delete(batchId);
    const batch = shelf.get(batchId);
    if (batch?.state.status !== 'kept') return;
    const isMany = ids.size > MOST_TOLD;
    const lines = isMany ? [] : [...ids].map((lineId) => viewProgress({ batchId, lineId }, parts));
    events.emit('lines.changed', { batchId, lines, ...(isMany && { isMany }) });
    events.emit('batch.changed', viewBatch(batch, parts));
  }

  return ({ batchId, lineId }) => {
    const ids = changed.get(batchId);
    if (ids) return void ids.add(lineId);
    changed.set(batchId, new Set([lineId]));
    setTimeout(() => tell(batchId), TELL_MS).unref();
  };
}
