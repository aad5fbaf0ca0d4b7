/** What the live waveform shows at once, in seconds. */
export const LIVE_SECONDS = 12;

/** The growing peaks of a recording, as the recorder gives them. */
export interface GrowingPeaks {
  readonly values: Float32Array;
  /** How many of `values` are filled. */
  readonly count: number;
  readonly perSecond: number;
}

/** The last `LIVE_SECONDS` of peaks, 0–1; silence stands to the right until so much has been recorded. */
export function liveWindow(peaks: GrowingPeaks): Float32Array {
  const length = Math.max(1, Math.round(LIVE_SECONDS * peaks.perSecond));
  const shown = new Float32Array(length);
  const from = Math.max(0, peaks.count - length);
  shown.set(peaks.values.subarray(from, peaks.count));
  return shown;
}
