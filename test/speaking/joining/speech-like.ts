import { randomFrom } from '../documents/mutate.ts';

/** Sound with the ups and downs of speech: a buzz of harmonics in syllables, with its pauses; −1…1. */
export function speechLike(options: {
  readonly seconds: number;
  readonly sampleRate: number;
  readonly level: number;
  readonly seed?: number;
  /** Silence before and behind, in seconds. */
  readonly edges?: number;
}): Float32Array<ArrayBuffer> {
  const { seconds, sampleRate, level, seed = 1, edges = 0 } = options;
  const random = randomFrom(seed);
  const pitch = 100 + 80 * random();
  const tilt = [1, 0.7, 0.5, 0.6, 0.3, 0.2, 0.15];
  const length = Math.round(seconds * sampleRate);
  const before = Math.round(edges * sampleRate);
  const out = new Float32Array(length + 2 * before);
  for (let i = 0; i < length; i++) {
    const t = i / sampleRate;
    const syllable = Math.max(0, Math.sin(2 * Math.PI * 2.1 * t)) ** 1.5;
    let value = (random() - 0.5) * 0.1;
    for (const [n, weight] of tilt.entries())
      value += weight * Math.sin(2 * Math.PI * pitch * (n + 1) * t + n * n);
    out[before + i] = level * syllable * value * 0.4;
  }
  return out;
}
