export interface DeadlineOptions {
  /** For everything together, milliseconds. */
  readonly withinMs: number;
  /** The longest time between two `touch`es, milliseconds. */
  readonly idleMs?: number | undefined;
  /** The caller's own wish to stop. */
  readonly signal?: AbortSignal | undefined;
}

export interface Deadline {
  /** Fires when the time is up, nothing moved for too long, or the caller wants to stop. */
  readonly signal: AbortSignal;
  /** Which of these it was; undefined while it has not fired. */
  why(): 'timeout' | 'canceled' | undefined;
  /** Something moved: the idle time begins anew. */
  touch(): void;
  /** Lets go of timers and listeners; to be called however the work ends. */
  close(): void;
}

/** Bounds a piece of network work in time and ties it to the caller's signal. */
export function openDeadline({ withinMs, idleMs, signal }: DeadlineOptions): Deadline {
  const controller = new AbortController();
  let why: 'timeout' | 'canceled' | undefined;
  const end = (reason: 'timeout' | 'canceled') => {
    why ??= reason;
    controller.abort();
  };
  const onTime = () => end('timeout');
  const onCancel = () => end('canceled');

  const whole = setTimeout(onTime, withinMs);
  const idle = idleMs === undefined ? undefined : setTimeout(onTime, idleMs);
  signal?.addEventListener('abort', onCancel, { once: true });
  if (signal?.aborted) onCancel();

  return {
    signal: controller.signal,
    why: () => why,
    touch: () => {
      idle?.refresh();
    },
    close: () => {
      clearTimeout(whole);
      clearTimeout(idle);
      signal?.removeEventListener('abort', onCancel);
    },
  };
}

/** Resolves after `ms`, or at once when `signal` fires. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  if (signal?.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done, { once: true });
  });
}
