import { decodeWav } from '../../../electron/recording/wav-read.ts';
import { READING, spokenWav } from '../../local-server/serving.ts';
import { seeded, sine } from '../tones.ts';

export const RATE = 16_000;

/** The stock voice between two silences of 2 s; where its sound begins and ends, in samples. */
export async function spoken(text = READING) {
  const wav = decodeWav(await spokenWav('rms', text));
  if (!wav.ok) throw new Error(wav.fault.code);
  const voice = wav.value.samples;
  const silence = 2 * RATE;
  const samples = new Float32Array(voice.length + 2 * silence);
  samples.set(voice, silence);
  return { samples, sampleRate: RATE, from: silence, to: silence + voice.length };
}

/** Every sample `times` times: the same sound at a multiple of its rate, well enough for a detector. */
export function repeated(samples: Float32Array, times: number): Float32Array {
  return Float32Array.from({ length: samples.length * times }, (_, i) => samples[Math.floor(i / times)] ?? 0);
}

/** White noise, −1…1 times `peak`. */
export function noise(seconds: number, peak = 0.1): Float32Array {
  const random = seeded(7);
  return Float32Array.from({ length: seconds * RATE }, () => peak * (2 * random() - 1));
}

/** A chord that changes every half second, with a soft start each time. */
export function music(seconds: number): Float32Array {
  const roots = [220, 277.2, 329.6, 246.9];
  const samples = new Float32Array(seconds * RATE);
  for (let beat = 0; beat < seconds * 2; beat++) {
    const root = roots[beat % roots.length] ?? 220;
    for (const ratio of [1, 1.25, 1.5]) {
      const tone = sine({ hz: root * ratio, sampleRate: RATE, seconds: 0.5, peak: 0.1 });
      tone.forEach((value, i) => {
        const at = beat * (RATE / 2) + i;
        samples[at] = (samples[at] ?? 0) + value * Math.exp(-i / (RATE / 4));
      });
    }
  }
  return samples;
}
