/** A sine; `peak` 0–1. */
export function sine(options: { hz: number; sampleRate: number; seconds: number; peak?: number }) {
  const { hz, sampleRate, seconds, peak = 0.5 } = options;
  const samples = new Float32Array(Math.round(seconds * sampleRate));
  for (let i = 0; i < samples.length; i++) samples[i] = peak * Math.sin((2 * Math.PI * hz * i) / sampleRate);
  return samples;
}

/** The strongest frequency among `candidates`, in Hz (Goertzel). */
export function dominant(samples: Float32Array, sampleRate: number, candidates: readonly number[]): number {
  const power = (hz: number) => {
    const turn = 2 * Math.cos((2 * Math.PI * hz) / sampleRate);
    let [before, now] = [0, 0];
    for (const sample of samples) [before, now] = [now, sample + turn * now - before];
    return now * now + before * before - turn * now * before;
  };
  const ranked = candidates.map((hz) => ({ hz, power: power(hz) })).sort((a, b) => b.power - a.power);
  return ranked[0]?.hz ?? 0;
}

/** A random number generator that always gives the same numbers for the same seed; 0–1. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
