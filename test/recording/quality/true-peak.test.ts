import { describe, expect, test } from 'vitest';
import { FLOOR_DB } from '../../../electron/recording/quality/decibel.ts';
import { truePeak } from '../../../electron/recording/quality/true-peak.ts';
import { resample } from '../../speech/resample.ts';
import { voice } from './signals.ts';

const RATE = 48_000;

/** A tone at this share of the sample rate, with a phase in degrees, faded in and out as EBU's files are. */
function tone(share: number, phase: number, peak: number): Float32Array<ArrayBuffer> {
  const fade = 4800;
  const length = RATE;
  return Float32Array.from({ length }, (_, i) => {
    const edge = Math.min(1, i / fade, (length - 1 - i) / fade);
    return peak * edge * Math.sin(2 * Math.PI * share * i + (phase * Math.PI) / 180);
  });
}

/** +0.2 and −0.4 dB, as EBU Tech 3341 asks. */
function expectPeak(samples: Float32Array, dbtp: number) {
  expect(truePeak(samples) - dbtp).toBeLessThanOrEqual(0.2);
  expect(truePeak(samples) - dbtp).toBeGreaterThanOrEqual(-0.4);
}

describe('true peak, EBU Tech 3341 table 1', () => {
  test.each([
    { name: 'case 15', share: 1 / 4, phase: 0, peak: 0.5, dbtp: -6 },
    { name: 'case 16', share: 1 / 4, phase: 45, peak: 0.5, dbtp: -6 },
    { name: 'case 17', share: 1 / 6, phase: 60, peak: 0.5, dbtp: -6 },
    { name: 'case 18', share: 1 / 8, phase: 67.5, peak: 0.5, dbtp: -6 },
    { name: 'case 19', share: 1 / 4, phase: 45, peak: 1.41, dbtp: 3 },
  ])('$name: a tone of the rate times $share, at $phase°', ({ share, phase, peak, dbtp }) => {
    expectPeak(tone(share, phase, peak), dbtp);
  });

  test.each([0, 1, 2, 3])(
    'case %#+20: a single wave of full scale, made at four times the rate, taken %i samples later',
    (offset) => {
      // At 4 × 48 kHz: half scale at a sixth of the final rate, one period of full scale at a quarter of it.
      const fine = new Float32Array(4 * RATE);
      for (let i = 0; i < fine.length; i++) fine[i] = 0.5 * Math.sin((2 * Math.PI * i) / 24);
      const middle = 24 * Math.round(fine.length / 48);
      for (let i = 0; i < 16; i++) fine[middle + i] = Math.sin((2 * Math.PI * i) / 16);
      const samples = resample(fine.subarray(offset), 4 * RATE, RATE);
      expectPeak(samples.subarray(1000, samples.length - 1000), 0);
    },
  );
});

describe('true peak', () => {
  test('skipping what cannot be the peak does not change it: a peak between two quiet samples is found', () => {
    const samples = voice({ seconds: 2, peak: 0.1 });
    const wave = tone(1 / 4, 45, 0.8);
    samples.set(wave.subarray(20_000, 20_400), 30_000);
    expectPeak(samples, 20 * Math.log10(0.8));
  });

  test('the last and the first sample count', () => {
    expect(truePeak(Float32Array.of(1))).toBeCloseTo(0, 1);
    expect(truePeak(Float32Array.of(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -0.5))).toBeCloseTo(
      -6,
      1,
    );
  });

  test.each([
    { name: 'nothing', samples: new Float32Array(0) },
    { name: 'silence', samples: new Float32Array(1000) },
    { name: 'NaN', samples: new Float32Array(1000).fill(Number.NaN) },
  ])('of $name is the floor', ({ samples }) => {
    expect(truePeak(samples)).toBe(FLOOR_DB);
  });
});
