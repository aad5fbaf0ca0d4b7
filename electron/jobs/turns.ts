/** Lets the decisions about one job happen one after the other, each seeing what the one before has done. */
export interface Turns {
  /** Does `work` when every earlier work on any of these jobs is over. */
  take<T>(ids: readonly string[], work: () => Promise<T>): Promise<T>;
  /** Whether something is being decided about this job. */
  isTaken(id: string): boolean;
}

/** Calls `onFree` for each job about which nothing more is being decided. */
export function createTurns(onFree: (id: string) => void): Turns {
  const last = new Map<string, Promise<void>>();

  function leave(ids: readonly string[], over: Promise<void>): void {
    for (const id of ids) {
      if (last.get(id) !== over) continue;
      last.delete(id);
      onFree(id);
    }
  }

  return {
    async take(ids, work) {
      const mine = Promise.all(ids.map((id) => last.get(id))).then(work);
      const over = mine.then(
        () => undefined,
        () => undefined,
      );
      for (const id of ids) last.set(id, over);
      try {
        return await mine;
      } finally {
        leave(ids, over);
      }
    },
    isTaken: (id) => last.has(id),
  };
}
