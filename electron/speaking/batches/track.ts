import type { Clip } from '../clip.ts';
import type { BatchLine } from './batch.ts';
import { gapBehind } from './line-gaps.ts';

/** A line that is spoken, and when it is heard where all are played one after the other. */
export interface TrackLine {
  readonly lineId: string;
  /** Its place among the lines of the batch, from 0. */
  readonly place: number;
  readonly clipId: string;
  readonly text: string;
  /** Seconds from the beginning of the whole. */
  readonly from: number;
  readonly to: number;
}

/** The spoken lines in their order with the silences between them, as an export joins them; the others are left out. */
export function trackOf(
  lines: readonly BatchLine[],
  clipOf: (line: BatchLine) => Clip | undefined,
): readonly TrackLine[] {
  const spoken = lines.flatMap((line, place) => {
    const clip = clipOf(line);
    return clip ? [{ line, place, clip }] : [];
  });
  let at = 0;
  return spoken.map(({ line, place, clip }, i) => {
    const from = at + (line.pauseBeforeMs ?? 0) / 1000;
    const to = from + clip.samples / clip.sampleRate;
    at = to + (gapBehind(line, spoken[i + 1]?.line) + (line.pauseAfterMs ?? 0)) / 1000;
    return { lineId: line.id, place, clipId: clip.id, text: line.text, from, to };
  });
}
