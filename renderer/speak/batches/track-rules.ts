import type { TrackLine } from '../../../electron/speaking/batches/track.ts';

/** Which line of a track is heard at this time (seconds): in the silence behind one, the next. The last where it is past all. */
export function trackIndexAt(track: readonly Pick<TrackLine, 'to'>[], seconds: number): number {
  let [low, high] = [0, track.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((track[middle]?.to ?? 0) > seconds) high = middle;
    else low = middle + 1;
  }
  return Math.max(0, low);
}
