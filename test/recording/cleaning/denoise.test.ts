import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { denoise } from '../../../electron/recording/cleaning/denoise.ts';
import { seeded } from '../tones.ts';

const wasm = new Uint8Array(
  readFileSync(createRequire(import.meta.url).resolve('@jitsi/rnnoise-wasm/dist/rnnoise.wasm')),
);

/** Voiced sound of a moving pitch with harmonics, in words with pauses between them: enough of a voice for a network. */
function voice(sampleRate: number, seconds: number): Float32Array<ArrayBuffer> {
  const samples = new Float32Array(sampleRate * seconds);
  let phase = 0;
  for (let i = 0; i < samples.length; i++) {
    const second = i / sampleRate;
    phase += (2 * Math.PI * (140 + 30 * Math.sin(second * 5))) / sampleRate;
    const word = Math.max(0, Math.sin((Math.PI * (second % 0.8)) / 0.5)) * (second % 0.8 < 0.5 ? 1 : 0);
    let sum = 0;
    for (let k = 1; k < 24; k++) sum += Math.sin(k * phase) / k ** 1.1;
    samples[i] = 0.12 * word * sum;
  }
  return samples;
}

const isPause = (second: number) => second > 1 && second % 0.8 > 0.6 && second % 0.8 < 0.75;
function powerWhere(samples: Float32Array, sampleRate: number, wanted: (second: number) => boolean): number {
  const chosen = samples.filter((_, i) => wanted(i / sampleRate));
  return chosen.reduce((sum, x) => sum + x * x, 0) / chosen.length;
}
const decibels = (a: number, b: number) => 10 * Math.log10(a / b);

test.each([48_000, 44_100])(
  'at %d Hz noise between words is 10 dB lower, and nothing is shifted',
  async (sampleRate) => {
    const random = seeded(11);
    const clean = voice(sampleRate, 5);
    const noisy = clean.map((sample) => sample + (random() - 0.5) * 0.02);
    const made = await denoise({ samples: noisy, sampleRate }, wasm);
    expect(made).toHaveLength(noisy.length);
    const before = powerWhere(noisy, sampleRate, isPause);
    expect(decibels(before, powerWhere(made, sampleRate, isPause))).toBeGreaterThan(10);
    expect(bestShift(made, clean, sampleRate)).toBeLessThanOrEqual(sampleRate / 1000);
  },
);

/** By how many samples, at most 20 ms either way, the two fit best. */
function bestShift(made: Float32Array, clean: Float32Array, sampleRate: number): number {
  const most = Math.round(sampleRate * 0.02);
  let best = { shift: 0, fit: Number.NEGATIVE_INFINITY };
  for (let shift = -most; shift <= most; shift++) {
    let fit = 0;
    for (let i = sampleRate; i < 3 * sampleRate; i += 7) fit += (made[i + shift] ?? 0) * (clean[i] ?? 0);
    if (fit > best.fit) best = { shift, fit };
  }
  return Math.abs(best.shift);
}
