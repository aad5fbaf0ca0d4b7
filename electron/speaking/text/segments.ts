/** How much is segmented at a time, in UTF-16 units: V8's segmenter needs time per segment that grows with the text. */
const WINDOW = 2_000;
/** Boundaries so near the end of a window that the text behind it could move them are found again in the next one. */
const MARGIN = 300;

const made = new Map<string, Intl.Segmenter>();

/** The system's segmenter, made once for each language and granularity. An unknown language is treated as English. */
function segmenter(granularity: 'grapheme' | 'word' | 'sentence', language: string): Intl.Segmenter {
  const key = `${granularity} ${language}`;
  const there = made.get(key);
  if (there) return there;
  const known = Intl.Segmenter.supportedLocalesOf([language]).length > 0 ? language : 'en';
  const segmenter = new Intl.Segmenter(known, { granularity });
  made.set(key, segmenter);
  return segmenter;
}

/**
 * Where the words, sentences or graphemes of a text end (UTF-16 offsets, rising, the text's end last), in time that
 * grows with the length of the text and no faster.
 */
export function* segmentEnds(
  text: string,
  granularity: 'grapheme' | 'word' | 'sentence',
  language: string,
): Generator<number> {
  for (let start = 0; start < text.length; ) {
    const window = text.slice(start, start + WINDOW);
    const isLast = start + WINDOW >= text.length;
    let last = 0;
    for (const { index, segment } of segmenter(granularity, language).segment(window)) {
      const end = index + segment.length;
      if (!isLast && end > WINDOW - MARGIN) break;
      yield start + end;
      last = end;
    }
    // A segment longer than the window goes on in the next one.
    start += isLast ? window.length : last || seam(window);
  }
}

/** Where a window without a boundary may be left: behind a space, else between two characters. */
function seam(window: string): number {
  const reach = WINDOW - MARGIN;
  const space = window.lastIndexOf(' ', reach) + 1;
  if (space > reach / 2) return space;
  return isLowSurrogate(window.charCodeAt(reach)) ? reach - 1 : reach;
}

/** Whether this UTF-16 unit is the second half of a character. */
export function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}
