import { expect, it } from 'vitest';
import { gatherPeaks, peakCount } from '../../electron/recording/peaks.ts';
import { seeded } from './tones.ts';

it.each([8000, 11_025, 44_100, 48_000])(
  'the peaks at %i Hz are the highest of each twentieth of a second, however the blocks fall',
  (sampleRate) => {
    const random = seeded(3);
    const samples = Float32Array.from({ length: Math.round(sampleRate * 1.23) }, () => random() * 2 - 1);
    const expected = new Uint8Array(peakCount(samples.length, sampleRate));
    samples.forEach((sample, i) => {
      const slot = Math.floor((i * 20) / sampleRate);
      expected[slot] = Math.max(expected[slot] ?? 0, Math.round(Math.abs(sample) * 255));
    });
    const gathered = gatherPeaks(sampleRate);
    for (let at = 0; at < samples.length; at += 777) gathered.add(samples.subarray(at, at + 777));
    expect(gathered.peaks()).toEqual(expected);
    expect(expected.length).toBe(25);
  },
);

it('what is beyond full scale is drawn as full scale, and nothing as nothing', () => {
  const gathered = gatherPeaks(8000);
  gathered.add(Float32Array.of(-3, Number.NaN));
  expect(gathered.peaks()).toEqual(Uint8Array.of(255));
  expect(gatherPeaks(8000).peaks()).toEqual(new Uint8Array(0));
});

it('three hours are held in little', () => {
  const gathered = gatherPeaks(8000);
  const minute = new Float32Array(8000 * 60).fill(0.5);
  for (let minutes = 0; minutes < 180; minutes++) gathered.add(minute);
  expect(gathered.peaks().length).toBe(3 * 3600 * 20);
});
