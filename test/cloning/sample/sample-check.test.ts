import { describe, expect, it } from 'vitest';
import { checkSample, loudestLevel, SILENCE_DBFS } from '../../../electron/cloning/sample/sample-check.ts';
import type { Pcm } from '../../../electron/recording/wav.ts';
import { sine } from '../../recording/tones.ts';

const RATE = 8000;
const LIMITS = { minSeconds: 10, maxSeconds: 60 };
const tone = (seconds: number, peak = 0.5): Pcm => ({
  ...{ sampleRate: RATE, bitDepth: 16 },
  samples: sine({ hz: 200, sampleRate: RATE, seconds, peak }),
});
const pcm = (samples: number[], sampleRate = RATE): Pcm => ({
  ...{ sampleRate, bitDepth: 16 },
  samples: Float32Array.from(samples),
});

describe('the loudest level', () => {
  it.each([
    { what: 'a sine at full scale', sound: tone(1, 1), level: -3.01 },
    { what: 'a sine at half scale', sound: tone(1, 0.5), level: -9.03 },
    { what: 'a sine at a hundredth', sound: tone(1, 0.01), level: -43.01 },
    {
      what: 'a full-scale square wave',
      sound: pcm(Array.from({ length: RATE }, (_, i) => (i % 2) * 2 - 1)),
      level: 0,
    },
  ])('of $what is $level dBFS', ({ sound, level }) => {
    expect(loudestLevel(sound)).toBeCloseTo(level, 1);
  });

  it('is that of the loudest 50 ms, however short they are', () => {
    const { samples } = tone(2, 0.001);
    samples.set(tone(0.05, 1).samples, RATE);
    expect(loudestLevel({ sampleRate: RATE, bitDepth: 16, samples })).toBeCloseTo(-3.01, 1);
  });

  it('of digital silence, or of nothing, is minus infinity', () => {
    expect(loudestLevel(pcm([0, 0, 0, 0], 40))).toBe(Number.NEGATIVE_INFINITY);
    expect(loudestLevel(pcm([]))).toBe(Number.NEGATIVE_INFINITY);
  });
});

describe('a sample', () => {
  const short = { min: 10, max: 60 };
  it.each([
    { what: 'no recording', sounds: [], code: 'sample-missing' },
    { what: '9.99 s', sounds: [tone(9.99)], code: 'sample-too-short', facts: { seconds: 9.9, ...short } },
    {
      what: '3 s and 4 s',
      sounds: [tone(3), tone(4)],
      code: 'sample-too-short',
      facts: { seconds: 7, ...short },
    },
    { what: '60.01 s', sounds: [tone(60.01)], code: 'sample-too-long', facts: { seconds: 60.1, ...short } },
    {
      what: 'two of 31 s',
      sounds: [tone(31), tone(31)],
      code: 'sample-too-long',
      facts: { seconds: 62, ...short },
    },
    { what: 'silence', sounds: [tone(20, 0)], code: 'sample-silent', facts: { level: SILENCE_DBFS } },
    {
      what: 'a whisper below −55 dBFS',
      sounds: [tone(20, 0.002)],
      code: 'sample-silent',
      facts: { level: -55 },
    },
    {
      what: 'speech and a silent take',
      sounds: [tone(20), tone(20, 0)],
      code: 'sample-silent',
      facts: { level: -55 },
    },
    {
      what: 'numbers that are none',
      sounds: [pcm(Array(RATE * 12).fill(Number.NaN))],
      code: 'sample-silent',
      facts: { level: -55 },
    },
  ])('of $what is refused as $code', ({ sounds, code, facts }) => {
    expect(checkSample(sounds, LIMITS)).toEqual({ ok: false, fault: { code, ...(facts && { facts }) } });
  });

  it.each([
    { what: 'exactly 10 s', sounds: [tone(10)], seconds: 10 },
    { what: 'exactly 60 s', sounds: [tone(60)], seconds: 60 },
    { what: 'two that are long enough together', sounds: [tone(6), tone(6)], seconds: 12 },
    { what: 'a quiet voice of −53 dBFS', sounds: [tone(20, 0.0032)], seconds: 20 },
  ])('of $what is taken', ({ sounds, seconds }) => {
    expect(checkSample(sounds, LIMITS)).toEqual({ ok: true, value: { seconds } });
  });
});
