/** A stretch of a text, in UTF-16 offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Characters that may stand in a link (RFC 3986), so that a link ends where Chinese or Thai goes on without a space. */
const LINK = "[\\w\\-.~:/?#\\[\\]@!$&'()*+,;=%]";

/**
 * Each begins at a place where a word begins, and has no choice of how to go on: the time stays in step with the length
 * of the text, whatever is in it.
 */
const PATTERNS = [
  // With a scheme, or beginning with www.
  new RegExp(`(?<![\\w.-])(?:[a-z][a-z0-9+.-]{1,15}://|www\\.)${LINK}+`, 'giu'),
  // An address of mail, or a host with or without a path: example.org/?q=1
  new RegExp(
    `(?<![\\w.@+-])(?:[\\w+-]+(?:\\.[\\w+-]+)*@)?(?:[a-z0-9-]{1,63}\\.)+[a-z]{2,}(?::\\d+)?(?:[/?#]${LINK}*)?`,
    'giu',
  ),
  // 1,234.56 · 12:30 · 3/4 · 1–2 · 20 000
  /(?<![\p{N}.,:/])\p{Sc}?\p{N}+(?:[.,:'’/٫٬·–-]\p{N}+|[ {2}]\p{N}{3}(?!\p{N}))*(?: ?[%‰°])?/gu,
  /\[ *pause [^\]]{1,20}\]/giu,
];

/** Behind a link these belong to the sentence. */
const TRAILING = /[.,;:!?'")\]]+$/;

/** The links, mail addresses, numbers and marks of a text, in which nothing may be cut; in order, none overlapping. */
export function unbreakableSpans(text: string): readonly Span[] {
  const found = PATTERNS.flatMap((pattern) =>
    [...text.matchAll(pattern)].map(({ index, 0: match }): Span => {
      const kept = match.startsWith('[') ? match : match.replace(TRAILING, '');
      return { start: index, end: index + kept.length };
    }),
  );
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const spans: Span[] = [];
  for (const span of found) {
    const before = spans.at(-1);
    if (!before || span.start >= before.end) spans.push(span);
    else if (span.end > before.end) spans[spans.length - 1] = { start: before.start, end: span.end };
  }
  return spans;
}

/** Answers whether an offset lies inside one of the spans (not at its edge). */
export function insideOf(spans: readonly Span[]): (offset: number) => boolean {
  return (offset) => {
    let low = 0;
    let high = spans.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((spans[middle]?.end ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return (spans[low]?.start ?? offset) < offset;
  };
}
