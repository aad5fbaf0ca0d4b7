/** RMS and sample peak of a block in dBFS (a full-scale square wave is 0), and whether a sample touched full scale. */
export function measureBlock(block: Float32Array): { rms: number; peak: number; clipped: boolean } {
  let sum = 0;
  let highest = 0;
  for (const sample of block) {
    sum += sample * sample;
    highest = Math.max(highest, Math.abs(sample));
  }
  const rms = block.length > 0 ? Math.sqrt(sum / block.length) : 0;
  return { rms: 20 * Math.log10(rms), peak: 20 * Math.log10(highest), clipped: highest >= 32_767 / 32_768 };
}

/** Makes waveform points: the highest absolute sample of every `window` samples, carried over block borders. */
export function createPeakMaker(window: number): (block: Float32Array) => Float32Array {
  let highest = 0;
  let seen = 0;
  return (block) => {
    const points: number[] = [];
    for (const sample of block) {
      highest = Math.max(highest, Math.abs(sample));
      if (++seen < window) continue;
      points.push(highest);
      highest = 0;
      seen = 0;
    }
    return Float32Array.from(points);
  };
}
