const HOUR_MS = 3_600_000;

/**
 * What a `Retry-After` header asks for, in milliseconds, 0 to one hour; undefined where there is none or it cannot be
 * read. Both forms of RFC 9110, 10.2.3: seconds, and an HTTP date, which is set against `now` (milliseconds since 1970).
 */
export function readRetryAfter(header: string | null, now: number): number | undefined {
  const text = header?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return clamp(Number(text) * 1000);
  // Only what starts with the name of a day: Date.parse takes nearly anything for a date.
  const at = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : clamp(at - now);
}

function clamp(ms: number): number {
  return Math.min(HOUR_MS, Math.max(0, Math.round(ms)));
}
