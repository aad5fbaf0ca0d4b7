/** `0:07`, `1:05`: whole seconds, rounded down. */
export function clockWords(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}

/** `12 s`, `3 min`, `2 h`, each on one line: how long something lasts, from milliseconds; never below 0 s. */
export function elapsedWords(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 120) return `${seconds}\u00a0s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 120 ? `${minutes}\u00a0min` : `${Math.floor(minutes / 60)}\u00a0h`;
}

/** `today 14:05`, `yesterday 9:30`, `3 Mar 14:05`: when something was made; both in milliseconds since 1970. */
export function dayWords(at: number, now: number): string {
  const date = new Date(at);
  const time = date.toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days === 0) return `today ${time}`;
  if (days === 1) return `yesterday ${time}`;
  return `${date.toLocaleDateString(undefined, { day: 'numeric', month: 'short' })} ${time}`;
}

/** `since 14:05`, `since yesterday 9:30`: since when something is as it is; both in milliseconds since 1970. */
export function sinceWords(since: number, now: number): string {
  return `since ${dayWords(since, now).replace(/^today /, '')}`;
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
