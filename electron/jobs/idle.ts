/** Lets callers wait until nothing is left to do. */
export interface Idle {
  wait(): Promise<void>;
  /** Called after each change: lets go whoever waits, when nothing is left. */
  look(): void;
  /** Nothing will be done any more: lets everybody go. */
  end(): void;
}

/** The longest delay a timer of Node takes, about 24 days. */
const longestMs = 2 ** 31 - 1;

/** While someone waits, and only then, the process is kept alive: all other timers of the runner let it end. */
export function createIdle(isIdle: () => boolean): Idle {
  let waiting: (() => void)[] = [];
  let keepAlive: NodeJS.Timeout | undefined;
  let ended = false;

  function letGo(): void {
    clearInterval(keepAlive);
    keepAlive = undefined;
    const going = waiting;
    waiting = [];
    for (const go of going) go();
  }

  return {
    wait() {
      if (ended || isIdle()) return Promise.resolve();
      keepAlive ??= setInterval(() => undefined, longestMs);
      return new Promise((resolve) => waiting.push(resolve));
    },
    look() {
      if (waiting.length > 0 && isIdle()) letGo();
    },
    end() {
      ended = true;
      letGo();
    },
  };
}
