import { seeded } from '../tones.ts';

/** What the models take, for tests. */
export const WINDOW = { minSeconds: 10, maxSeconds: 60, sweetSpot: { from: 15, to: 45 } };

export interface VoiceOptions {
  readonly sampleRate?: number;
  readonly seconds?: number;
  /** Pitch in Hz. */
  readonly pitch?: number;
  /** Peak of the loudest syllable, 0…1. */
  readonly peak?: number;
  /** Resonances of the throat, in Hz. */
  readonly formants?: readonly number[];
  /** Length of the pause after each phrase of 2 s, in seconds; default 0.4. */
  readonly gap?: number;
  /** RMS of the room's noise, 0…1. */
  readonly noise?: number;
}

/**
 * Something of the shape of speech: pulses of a gliding pitch through resonances, in syllables of changing vowel and
 * loudness, with hissing consonants up to half the rate, and a pause after each phrase of 2 s.
 */
export function voice(options: VoiceOptions = {}): Float32Array<ArrayBuffer> {
  const { sampleRate = 48_000, seconds = 20, pitch = 120, peak = 0.3, noise = 0.0003 } = options;
  const { formants = [500, 1500, 2500], gap = 0.4 } = options;
  const next = seeded(7);
  const out = new Float32Array(Math.round(seconds * sampleRate));
  const throat = formants.map(() => resonance(sampleRate));
  let phase = 0;
  let vowel = 1;
  let syllable = -1;
  for (let i = 0; i < out.length; i++) {
    const t = i / sampleRate;
    const inPhrase = t % (2 + gap);
    const place = Math.floor(t * 4);
    if (place !== syllable) {
      syllable = place;
      vowel = 0.75 + 0.5 * next();
    }
    const within = (t * 4) % 1;
    const speaking = inPhrase < 2 && within < 0.9;
    const swell = speaking ? Math.sin((Math.PI * within) / 0.9) ** 0.5 : 0;
    phase += (pitch * (1.15 - 0.12 * inPhrase)) / sampleRate;
    const pulse = phase >= 1 ? 1 : 0;
    if (phase >= 1) phase -= 1;
    const hiss = within > 0.7 && speaking ? (next() - 0.5) * 0.2 : 0;
    const source = within <= 0.7 ? pulse * swell : 0;
    let sum = 0;
    throat.forEach((step, k) => {
      sum += step(source, (formants[k] ?? 0) * vowel) / (k + 1);
    });
    out[i] = sum + hiss;
  }
  const highest = out.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  for (let i = 0; i < out.length; i++)
    out[i] = ((out[i] ?? 0) / highest) * peak + (next() + next() + next() - 1.5) * 2 * noise;
  return out;
}

/** A two-pole resonator of 90 Hz width whose frequency may move. */
function resonance(sampleRate: number) {
  const r = Math.exp((-Math.PI * 90) / sampleRate);
  let [y1, y2] = [0, 0];
  return (x: number, hz: number) => {
    const y = x + 2 * r * Math.cos((2 * Math.PI * hz) / sampleRate) * y1 - r * r * y2;
    y2 = y1;
    y1 = y;
    return y;
  };
}

/** Noise of equal strength at all frequencies, RMS in dBFS. */
export function whiteNoise(options: {
  length: number;
  db: number;
  seed?: number;
}): Float32Array<ArrayBuffer> {
  const next = seeded(options.seed ?? 3);
  const scale = 2 * 10 ** (options.db / 20);
  return Float32Array.from({ length: options.length }, () => (next() + next() + next() - 1.5) * scale);
}

/** a + b, as long as a. */
export function mixed(a: Float32Array, b: Float32Array): Float32Array<ArrayBuffer> {
  return Float32Array.from(a, (x, i) => x + (b[i] ?? 0));
}
