/** Gathers what comes in many small parts, and tells it in portions. */
export interface Gathering<T> {
  add(some: readonly T[]): void;
  /** Resolves when all that was added has been told. */
  told(): Promise<void>;
}

/**
 * Tells at most `most` at a time, in the order they came, with `everyMs` milliseconds between: whoever hears of it has
 * to take it in and draw it, and shall get to other things meanwhile.
 */
export function tellTogether<T>(
  tell: (portion: readonly T[]) => void,
  { everyMs, most }: { readonly everyMs: number; readonly most: number },
): Gathering<T> {
  const gathered: T[] = [];
  const waiting: (() => void)[] = [];
  let timer: NodeJS.Timeout | undefined;
  const tellSome = (): void => {
    tell(gathered.splice(0, most));
    timer = gathered.length > 0 ? setTimeout(tellSome, everyMs) : undefined;
    if (!timer) for (const resolve of waiting.splice(0)) resolve();
  };
  return {
    add(some) {
      for (const one of some) gathered.push(one);
      if (gathered.length > 0) timer ??= setTimeout(tellSome, everyMs);
    },
    told: () => (timer ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve()),
  };
}
