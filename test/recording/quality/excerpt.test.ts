import { describe, expect, test } from 'vitest';
import { suggestExcerpt } from '../../../electron/recording/quality/excerpt.ts';
import { createFrameMeter, frameQuality } from '../../../electron/recording/quality/frame-quality.ts';
import { clipped } from '../../speech/defects.ts';
import { mixed, voice, whiteNoise } from './signals.ts';

const RATE = 48_000;
const SWEET = { from: 15, to: 25 };
const long = voice({ seconds: 90 });

/** The stretch in seconds. */
function suggested(samples: Float32Array, seconds = SWEET) {
  const found = suggestExcerpt({ samples, sampleRate: RATE, seconds });
  return found && { from: found.from / RATE, to: found.to / RATE };
}

/** `samples` with a flaw outside of `from` … `to` seconds. */
function spoiled(flawed: Float32Array, from: number, to: number): Float32Array {
  return long.map((x, i) => (i >= from * RATE && i < to * RATE ? x : (flawed[i] ?? 0)));
}

describe('the suggested excerpt', () => {
  test('is as long as the model likes it, and begins and ends in pauses', () => {
    const { from = 0, to = 0 } = suggested(long) ?? {};
    expect(to - from).toBeGreaterThanOrEqual(SWEET.from);
    expect(to - from).toBeLessThanOrEqual(SWEET.to);
    const { spans } = frameQuality(long, RATE);
    for (const cut of [from, to]) expect(spans.some((span) => span.from < cut && cut < span.to)).toBe(false);
  });

  test.each<{ name: string; flawed: () => Float32Array }>([
    { name: 'noise', flawed: () => mixed(long, whiteNoise({ length: long.length, db: -35 })) },
    { name: 'clipping', flawed: () => clipped(long, 0.02).map((x) => 0.3 * x) },
    { name: 'long silences', flawed: () => long.map((x, i) => (Math.floor(i / RATE / 3) % 2 ? 0 : x)) },
  ])('lies where there is no $name', ({ flawed }) => {
    const { from = 0, to = 0 } = suggested(spoiled(flawed(), 40, 70)) ?? {};
    expect(from).toBeGreaterThan(39);
    expect(to).toBeLessThan(71);
  });

  test('of a sound that is short enough is the whole without the silence around it', () => {
    const samples = new Float32Array(20 * RATE);
    samples.set(voice({ seconds: 12 }), 4 * RATE);
    const { from = 0, to = 0 } = suggested(samples) ?? {};
    expect(from).toBeGreaterThan(3.5);
    expect(from).toBeLessThan(4.1);
    expect(to).toBeGreaterThan(15);
    expect(to).toBeLessThan(16.5);
  });

  test('of somebody who never pauses is of full length all the same', () => {
    const breathless = voice({ seconds: 60, gap: 0 });
    const { from = 0, to = 0 } = suggested(breathless) ?? {};
    expect(to - from).toBeCloseTo(SWEET.to, 0);
  });

  test.each<{ name: string; samples: Float32Array }>([
    { name: 'nothing', samples: new Float32Array(0) },
    { name: 'silence', samples: new Float32Array(30 * RATE) },
    { name: 'NaN', samples: new Float32Array(30 * RATE).fill(Number.NaN) },
    { name: 'steady noise', samples: whiteNoise({ length: 30 * RATE, db: -30 }) },
  ])('there is none of $name', ({ samples }) => {
    expect(suggested(samples)).toBeUndefined();
  });
});

describe('the worth of each tenth of a second', () => {
  test('is the same whether the sound comes whole or in blocks', () => {
    const meter = createFrameMeter({ sampleRate: RATE });
    for (let at = 0; at < long.length; at += 1234) meter.add(long.subarray(at, at + 1234));
    expect(meter.finish()).toEqual(frameQuality(long, RATE));
  });

  test('tells speech, level and clipping', () => {
    const samples = spoiled(clipped(long, 0.02), 0, 45);
    const { level, speech, clipped: cut } = frameQuality(samples, RATE);
    expect(level).toHaveLength(900);
    // A phrase of 2 s, then a pause of 0.4 s.
    expect(speech[10]).toBeGreaterThan(0.9);
    expect(speech[22]).toBe(0);
    expect(cut.subarray(0, 440).some((mark) => mark === 1)).toBe(false);
    expect(cut.subarray(460).filter((mark) => mark === 1).length).toBeGreaterThan(50);
  });
});
