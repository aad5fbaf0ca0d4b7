/** What was heard last, for a take that begins with it. */
export interface PreRoll {
  add(samples: Float32Array): void;
  /** Gives out the last samples in order, at most as many as it has room for, and is empty. */
  empty(): Float32Array<ArrayBuffer>;
}

/** `length` in samples. */
export function createPreRoll(length: number): PreRoll {
  const ring = new Float32Array(length);
  let at = 0;
  let filled = 0;
  return {
    add(samples) {
      const last = samples.subarray(Math.max(0, samples.length - length));
      const untilEnd = last.subarray(0, length - at);
      ring.set(untilEnd, at);
      ring.set(last.subarray(untilEnd.length), 0);
      at = (at + last.length) % length;
      filled = Math.min(length, filled + last.length);
    },
    empty() {
      const from = (at - filled + length) % length;
      const samples = new Float32Array(filled);
      const untilEnd = ring.subarray(from, Math.min(length, from + filled));
      samples.set(untilEnd);
      samples.set(ring.subarray(0, filled - untilEnd.length), untilEnd.length);
      filled = 0;
      return samples;
    },
  };
}
