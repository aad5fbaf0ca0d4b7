import type { BatchLine } from '../../speaking/batches/batch.ts';

/** So many changes of a batch can be taken back. */
const MOST = 50;

/** What the lines of each batch were before they were changed, in this run. */
export interface LineHistory {
  /** Lines are about to be changed; `before` is how they are. */
  changed(batchId: string, before: readonly BatchLine[]): void;
  /** The lines before the last change, which is then forgotten. */
  takeBack(batchId: string): readonly BatchLine[] | undefined;
  canTakeBack(batchId: string): boolean;
  /** Grows with each change, taking back among them. */
  revision(batchId: string): number;
  drop(batchId: string): void;
}

export function createLineHistory(): LineHistory {
  const before = new Map<string, readonly (readonly BatchLine[])[]>();
  const revisions = new Map<string, number>();
  const grow = (batchId: string) => revisions.set(batchId, (revisions.get(batchId) ?? 0) + 1);
  return {
    changed(batchId, lines) {
      before.set(batchId, [...(before.get(batchId) ?? []), lines].slice(-MOST));
      grow(batchId);
    },
    takeBack(batchId) {
      const stack = before.get(batchId) ?? [];
      const last = stack.at(-1);
      if (last) grow(batchId);
      before.set(batchId, stack.slice(0, -1));
      return last;
    },
    canTakeBack: (batchId) => (before.get(batchId)?.length ?? 0) > 0,
    revision: (batchId) => revisions.get(batchId) ?? 0,
    drop(batchId) {
      before.delete(batchId);
      revisions.delete(batchId);
    },
  };
}
