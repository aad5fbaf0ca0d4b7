/** How many peaks stand for a second of sound. */
export const PEAKS_PER_SECOND = 20;

/** The course of a sound for drawing: one byte for each twentieth of a second, its highest level, 255 at full scale. */
export interface TakePeaks {
  readonly perSecond: number;
  readonly peaks: Uint8Array<ArrayBuffer>;
}

/** Gathers the peaks of a sound that comes block by block. `sampleRate` in Hz. */
export function gatherPeaks(sampleRate: number): {
  add(block: Float32Array): void;
  peaks(): Uint8Array<ArrayBuffer>;
} {
  let peaks = new Uint8Array(1024);
  let samples = 0;
  return {
    add(block) {
      const needed = Math.ceil(((samples + block.length) * PEAKS_PER_SECOND) / sampleRate);
      if (needed > peaks.length) {
        const larger = new Uint8Array(Math.max(needed, peaks.length * 2));
        larger.set(peaks);
        peaks = larger;
      }
      for (let i = 0; i < block.length; i++, samples++) {
        const level = Math.min(255, Math.round(Math.abs(block[i] ?? 0) * 255));
        const slot = Math.floor((samples * PEAKS_PER_SECOND) / sampleRate);
        if (level > (peaks[slot] ?? 0)) peaks[slot] = level;
      }
    },
    peaks: () => peaks.slice(0, peakCount(samples, sampleRate)),
  };
}

/** How many peaks so many samples have. */
export function peakCount(samples: number, sampleRate: number): number {
  return Math.ceil((samples * PEAKS_PER_SECOND) / sampleRate);
}
