import { describe, expect, it } from 'vitest';
import { createPeakMaker, measureBlock } from '../../renderer/audio/worker/measure.ts';
import { sine } from '../recording/tones.ts';

const tone = (peak: number) => sine({ hz: 100, sampleRate: 8000, seconds: 0.1, peak });

describe('the level of a block', () => {
  it.each([
    { what: 'a sine at full scale', block: tone(1), rms: -3.01, peak: 0, clipped: true },
    { what: 'a sine at half scale', block: tone(0.5), rms: -9.03, peak: -6.02, clipped: false },
    { what: 'a sine at a tenth', block: tone(0.1), rms: -23.01, peak: -20, clipped: false },
    { what: 'a square wave', block: Float32Array.of(0.5, -0.5), rms: -6.02, peak: -6.02, clipped: false },
    { what: 'one low peak', block: Float32Array.of(0, 0, 0, -1), rms: -6.02, peak: 0, clipped: true },
    {
      what: 'the highest of 16 bits',
      block: Float32Array.of(32_767 / 32_768),
      rms: 0,
      peak: 0,
      clipped: true,
    },
    { what: 'just below it', block: Float32Array.of(32_766 / 32_768), rms: 0, peak: 0, clipped: false },
  ])('of $what', ({ block, rms, peak, clipped }) => {
    const level = measureBlock(block);
    expect(level.rms).toBeCloseTo(rms, 1);
    expect(level.peak).toBeCloseTo(peak, 1);
    expect(level.clipped).toBe(clipped);
  });

  it.each([0, 5])('of silence, %i samples of it, is minus infinity', (length) => {
    expect(measureBlock(new Float32Array(length))).toEqual({
      ...{ rms: Number.NEGATIVE_INFINITY, peak: Number.NEGATIVE_INFINITY, clipped: false },
    });
  });
});

describe('points of the waveform', () => {
  it('are the highest of every few samples, up or down', () => {
    const points = createPeakMaker(3)(Float32Array.of(0.25, -0.5, 0, 0, 0, 0.125));
    expect([...points]).toEqual([0.5, 0.125]);
  });

  it('go on over the border of a block', () => {
    const pointsOf = createPeakMaker(4);
    expect([...pointsOf(Float32Array.of(0.5, 0, 0))]).toEqual([]);
    expect([...pointsOf(Float32Array.of(0, 0.25))]).toEqual([0.5]);
    expect([...pointsOf(Float32Array.of(0, 0, 0))]).toEqual([0.25]);
  });

  it('are as many as the samples allow, however they are cut', () => {
    const pointsOf = createPeakMaker(160);
    let count = 0;
    for (let i = 0; i < 80; i++) count += pointsOf(new Float32Array(100 + (i % 7))).length;
    const samples = Array.from({ length: 80 }, (_, i) => 100 + (i % 7)).reduce((a, b) => a + b, 0);
    expect(count).toBe(Math.floor(samples / 160));
  });
});
