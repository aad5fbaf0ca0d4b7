/** Rings once at a time of the wall clock. */
export interface Alarm {
  /** Takes the place of what was set before; undefined: no more ringing. */
  set(at: number | undefined): void;
}

/**
 * The longest sleep at a stretch, in milliseconds: a timer stands still while the computer sleeps, and the clock may be
 * set, so the clock is looked at again at least this often.
 */
const longestMs = 30_000;

/** `ring` may come early (after a clock was looked at again); whoever is rung asks the clock and sets it anew. */
export function createAlarm(now: () => number, ring: () => void): Alarm {
  let timer: NodeJS.Timeout | undefined;
  return {
    set(at) {
      clearTimeout(timer);
      timer = undefined;
      if (at === undefined) return;
      const delay = Math.min(Math.max(at - now(), 1), longestMs);
      timer = setTimeout(ring, delay);
      // Only someone who awaits `idle()` keeps the process alive.
      timer.unref();
    },
  };
}
