/** Gathers what is told in many small parts, and tells it in a few. */
export interface Gathering<T> {
  add(some: readonly T[]): void;
  /** Tells what is there, at once. */
  flush(): void;
}

/** Tells at most every `everyMs` milliseconds: whoever hears of it has to draw it. */
export function tellTogether<T>(tell: (all: readonly T[]) => void, everyMs: number): Gathering<T> {
  let gathered: T[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const all = gathered;
    gathered = [];
    if (all.length > 0) tell(all);
  };
  return {
    add(some) {
      gathered.push(...some);
      timer ??= setTimeout(flush, everyMs);
    },
    flush,
  };
}
