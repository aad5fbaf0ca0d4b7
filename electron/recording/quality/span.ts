/** A stretch of sound, in seconds from its start. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The seconds of all spans together. */
export function spanSeconds(spans: readonly Span[]): number {
  return spans.reduce((sum, { from, to }) => sum + to - from, 0);
}

/** Spans in order, those nearer to each other than `gap` seconds joined. */
export function joinSpans(spans: readonly Span[], gap: number): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && span.from - last.to < gap)
      joined[joined.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else joined.push(span);
  }
  return joined;
}

/** What lies between the spans, from 0 to `seconds`. `spans` are in order and do not overlap. */
export function gapsBetween(spans: readonly Span[], seconds: number): Span[] {
  const gaps: Span[] = [];
  let at = 0;
  for (const { from, to } of [...spans, { from: seconds, to: seconds }]) {
    if (from > at) gaps.push({ from: at, to: Math.min(from, seconds) });
    at = Math.max(at, to);
  }
  return gaps;
}

/** Spans as they can be trusted: finite, within 0…`seconds`, not empty, in order, none over another. */
export function tidySpans(spans: readonly Span[], seconds: number): Span[] {
  const within = spans
    .filter(({ from, to }) => Number.isFinite(from) && Number.isFinite(to))
    .map(({ from, to }) => ({ from: Math.max(0, from), to: Math.min(seconds, to) }))
    .filter(({ from, to }) => to > from);
  return joinSpans(within, 1e-6);
}
