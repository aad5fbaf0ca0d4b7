import { PEAKS_PER_SECOND } from './worker/messages.ts';

/** A waveform that grows. */
export interface PeakList {
  add(points: Float32Array): void;
  view(): PeakView;
}

/** The first `count` of `values` are the waveform, 0…1, `perSecond` points a second. */
export interface PeakView {
  readonly values: Float32Array;
  readonly count: number;
  readonly perSecond: number;
}

/** Room for a minute to begin with; doubled when full. */
export function createPeakList(): PeakList {
  let values = new Float32Array(60 * PEAKS_PER_SECOND);
  let count = 0;
  return {
    add(points) {
      if (count + points.length > values.length) {
        const larger = new Float32Array(values.length * 2);
        larger.set(values);
        values = larger;
      }
      values.set(points, count);
      count += points.length;
    },
    view: () => ({ values, count, perSecond: PEAKS_PER_SECOND }),
  };
}
