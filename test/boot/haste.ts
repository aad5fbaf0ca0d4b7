/**
 * Does `work` in a time that runs `factor` times as fast: every timer, and the clock that is handed to it. For what waits
 * seconds by design; only for code whose timers are `setTimeout`.
 */
export async function inHaste<T>(factor: number, work: (now: () => number) => Promise<T>): Promise<T> {
  const beganAt = Date.now();
  const real = globalThis.setTimeout;
  globalThis.setTimeout = ((call: () => void, ms = 0, ...rest: never[]) =>
    real(call, ms / factor, ...rest)) as typeof setTimeout;
  try {
    return await work(() => beganAt + (Date.now() - beganAt) * factor);
  } finally {
    globalThis.setTimeout = real;
  }
}
