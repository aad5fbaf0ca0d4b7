import type { Pcm } from '../../recording/wav.ts';

/**
 * Sounds one after the other at the rate of the first, for measuring alone: another rate is brought to it by straight
 * lines between samples, which what is measured here does not notice.
 */
export function oneSound(sounds: readonly Pcm[]): Pick<Pcm, 'samples' | 'sampleRate'> {
  const [first] = sounds;
  if (!first) return { sampleRate: 48_000, samples: new Float32Array() };
  const { sampleRate } = first;
  if (sounds.length === 1) return { sampleRate, samples: first.samples };
  const parts = sounds.map((sound) => atRate(sound, sampleRate));
  const samples = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    samples.set(part, at);
    at += part.length;
  }
  return { sampleRate, samples };
}

function atRate({ samples, sampleRate }: Pcm, rate: number): Float32Array {
  if (sampleRate === rate) return samples;
  return Float32Array.from({ length: Math.floor((samples.length * rate) / sampleRate) }, (_, i) => {
    const at = (i * sampleRate) / rate;
    const left = Math.floor(at);
    const a = samples[left] ?? 0;
    return a + ((samples[left + 1] ?? a) - a) * (at - left);
  });
}
