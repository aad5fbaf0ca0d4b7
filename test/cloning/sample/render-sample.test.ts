import { describe, expect, it, test } from 'vitest';
import { crossfade, JOIN_SECONDS } from '../../../electron/cloning/sample/join-parts.ts';
import { matchLevels } from '../../../electron/cloning/sample/level-match.ts';
import { type Piece, renderSample } from '../../../electron/cloning/sample/render-sample.ts';
import { activeSpeechLevel } from '../../../electron/recording/quality/active-level.ts';
import type { TakeSource } from '../../../electron/recording/take.ts';
import { seeded, sine } from '../../recording/tones.ts';

const RATE = 48_000;
const speakingLevel = (samples: Float32Array, rate: number) => activeSpeechLevel(samples, rate)?.level;
const DESK: TakeSource = { kind: 'microphone', device: 'Desk' };

/** Speech-like: tones of 220 Hz with pauses, at this peak; noise of −80 dBFS under it. */
function speech(seconds: number, peak: number, seed = 1): Float32Array<ArrayBuffer> {
  const random = seeded(seed);
  const tone = sine({ hz: 220, sampleRate: RATE, seconds, peak });
  return tone.map((sample, i) => {
    const inWord = (i / RATE) % 0.6 < 0.42;
    return (inWord ? sample * Math.sin((Math.PI * ((i / RATE) % 0.6)) / 0.42) : 0) + (random() - 0.5) * 2e-4;
  });
}

function piece(
  id: string,
  samples: Float32Array<ArrayBuffer>,
  more: Partial<Piece['part']> = {},
  source = DESK,
): Piece {
  const part = { takeId: id, from: 0, to: samples.length, ...more };
  return {
    part,
    take: { id, source, samples: samples.length, bitDepth: 16 },
    sound: { sampleRate: RATE, bitDepth: 16, samples: samples.slice(part.from, part.to) },
  };
}

/** The largest step from one sample to the next. */
function steepest(samples: Float32Array): number {
  let most = 0;
  for (let i = 1; i < samples.length; i++)
    most = Math.max(most, Math.abs((samples[i] as number) - (samples[i - 1] as number)));
  return most;
}

describe('a sample that is rendered', () => {
  it('is the take to the bit where it is one whole take', () => {
    const samples = speech(3, 0.4);
    const [clip] = renderSample([piece('a', samples)], speakingLevel);
    expect(clip?.sound.samples).toEqual(samples);
    expect(clip?.matched).toEqual([]);
  });

  it('joins two sentences of one take without a click, shorter by the overlap and what was silent', () => {
    const samples = speech(6, 0.4);
    const parts = [piece('a', samples, { to: 2.5 * RATE }), piece('a', samples, { from: 3.7 * RATE })];
    const [clip, ...others] = renderSample(parts, speakingLevel);
    expect(others).toEqual([]);
    expect(clip?.parts).toEqual([0, 1]);
    const joined = clip?.sound.samples ?? new Float32Array();
    expect(steepest(joined)).toBeLessThanOrEqual(steepest(samples) * 1.01);
    const left = 4.8 * RATE - joined.length;
    expect(left).toBeGreaterThanOrEqual(JOIN_SECONDS * RATE);
    expect(left).toBeLessThanOrEqual((JOIN_SECONDS + 0.24) * RATE);
  });

  it('begins and ends softly where it was cut in the middle of a sound', () => {
    const samples = sine({ hz: 220, sampleRate: RATE, seconds: 2, peak: 0.5 });
    const [clip] = renderSample([piece('a', samples, { from: 10_050, to: 60_050 })], speakingLevel);
    const made = clip?.sound.samples ?? new Float32Array();
    expect(made).toHaveLength(50_000);
    expect(Math.abs(made[0] ?? 1)).toBeLessThan(1e-3);
    expect(Math.abs(made.at(-1) ?? 1)).toBeLessThan(1e-3);
  });

  it('puts parts that follow each other in their take together as they were', () => {
    const samples = speech(3, 0.4);
    const parts = [piece('a', samples, { to: 70_000 }), piece('a', samples, { from: 70_000 })];
    expect(renderSample(parts, speakingLevel)[0]?.sound.samples).toEqual(samples);
  });

  it('matches a sentence that was read more softly to the level of the others', () => {
    const [loud, soft] = [speech(6, 0.4), speech(3, 0.25, 2)];
    const [clip] = renderSample([piece('a', loud), piece('b', soft)], speakingLevel);
    const gain = clip?.matched.find(({ takeId }) => takeId === 'b')?.gain ?? 0;
    expect(Math.abs(gain - 20 * Math.log10(0.4 / 0.25))).toBeLessThan(0.2);
    const end = clip?.sound.samples.subarray(-2.5 * RATE) ?? new Float32Array();
    expect(speakingLevel(end, RATE) ?? 0).toBeCloseTo(speakingLevel(loud, RATE) ?? 1, 0);
  });

  it('is another clip for another microphone, another rate, another file', () => {
    const samples = speech(2, 0.4);
    const other: TakeSource = { kind: 'microphone', device: 'Headset' };
    const file: TakeSource = { kind: 'file', fileName: 'a.wav' };
    const slow = piece('d', samples);
    const pieces = [
      ...[piece('a', samples), piece('b', samples, {}, other), piece('c', samples, {}, file)],
      ...[piece('c2', samples, {}, file), { ...slow, sound: { ...slow.sound, sampleRate: 44_100 } }],
    ];
    expect(renderSample(pieces, speakingLevel).map(({ parts }) => parts)).toEqual([[0], [1], [2], [3], [4]]);
  });
});

test('an equal-power crossfade keeps the power of unrelated sounds within half a decibel', () => {
  const noise = (seed: number) => {
    const random = seeded(seed);
    return Float32Array.from({ length: 20_000 }, () => random() - 0.5);
  };
  const power = (samples: Float32Array) => samples.reduce((sum, x) => sum + x * x, 0) / samples.length;
  const [a, b] = [noise(3), noise(4)];
  const joined = crossfade([a, b], RATE);
  const overlap = JOIN_SECONDS * RATE;
  expect(joined).toHaveLength(40_000 - overlap);
  const middle = joined.subarray(20_000 - overlap, 20_000);
  expect(Math.abs(10 * Math.log10(power(middle) / power(a)))).toBeLessThan(0.5);
});

test.each([
  ['the one that gives most is left as it is', { samples: 9, level: -20, peak: 0.3 }, 0, false],
  ['a softer one is raised', { samples: 5, level: -24, peak: 0.3 }, 4, false],
  ['a louder one is lowered', { samples: 5, level: -17, peak: 0.3 }, -3, false],
  ['never by more than 6 dB', { samples: 5, level: -34, peak: 0.1 }, 6, true],
  ['nor lowered by more', { samples: 5, level: -8, peak: 0.9 }, -6, true],
  ['no peak passes −1 dBFS', { samples: 5, level: -24, peak: 0.8 }, 20 * Math.log10(1 / 0.8) - 1, true],
  ['a difference nobody hears is left alone', { samples: 5, level: -20.4, peak: 0.3 }, 0, false],
  ['one without speech is left alone', { samples: 5, level: undefined, peak: 0.1 }, 0, false],
])('levels: %s', (_what, take, gain, capped) => {
  const leader = { takeId: 'a', samples: 8, level: -20, peak: 0.3 };
  const match = matchLevels([leader, { takeId: 'b', ...take }]).find(({ takeId }) => takeId === 'b');
  expect(match?.gain).toBeCloseTo(gain, 6);
  expect(match?.capped).toBe(capped);
});
