const HOUR_MS = 3_600_000;

/**
 * What the `Retry-After` header asks for, in milliseconds, 0 to one hour; undefined where there is none or it cannot be
 * read. Both forms of RFC 9110, 10.2.3: seconds, and an HTTP date. A date is set against the server's own `Date`, so that
 * a wrong clock here changes nothing, and against `now` (milliseconds since 1970) where it sent none.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const text = headers.get('retry-after')?.trim() ?? '';
  if (/^\d+(\.\d+)?$/.test(text)) return clamp(Number(text) * 1000);
  const at = readDate(text);
  return at === undefined ? undefined : clamp(at - (readDate(headers.get('date') ?? '') ?? now));
}

/** Only what starts with the name of a day: Date.parse takes nearly anything for a date. */
function readDate(text: string): number | undefined {
  const at = /^[A-Za-z]{3,9},? /.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(at) ? undefined : at;
}

function clamp(ms: number): number {
  return Math.min(HOUR_MS, Math.max(0, Math.round(ms)));
}
