import { describe, expect, test } from 'vitest';
import { assessQuality } from '../../../electron/recording/quality/assess.ts';
import type { CheckId, QualityCheck } from '../../../electron/recording/quality/report.ts';
import { clipped, gain, hum, in16Bits, inRoom, noise, withHole } from '../../speech/defects.ts';
import { limitBand } from '../../speech/resample.ts';
import { mixed, voice, WINDOW } from './signals.ts';

const RATE = 48_000;
const SECONDS = 20;
const clean = voice({ seconds: SECONDS, noise: 0.0001 });
const { length } = clean;

const checksOf = (samples: Float32Array): ReadonlyMap<CheckId, QualityCheck> =>
  new Map(
    assessQuality({ samples, sampleRate: RATE, window: WINDOW }).checks.map((check) => [check.id, check]),
  );
const good = checksOf(clean);
const level = good.get('level')?.value ?? 0;
/** Speech stands in the middle of the sound for the checks that tell places. */
const middle = SECONDS / 2;

function covers(check: QualityCheck | undefined, seconds: number): boolean {
  return (check?.places ?? []).some(({ from, to }) => from <= seconds && seconds <= to);
}

describe('a flaw is named by its check', () => {
  test.each<{ id: CheckId; name: string; samples: () => Float32Array; status?: 'warn' | 'fail' }>([
    {
      id: 'level',
      name: 'a voice of −31 dBFS',
      samples: () => gain(clean, 10 ** ((-31 - level) / 20)),
      status: 'warn',
    },
    {
      id: 'level',
      name: 'a voice of −45 dBFS',
      samples: () => gain(clean, 10 ** ((-45 - level) / 20)),
      status: 'fail',
    },
    { id: 'loudness', name: 'a voice of −45 dBFS', samples: () => gain(clean, 10 ** ((-45 - level) / 20)) },
    { id: 'peak', name: 'a peak at full scale', samples: () => gain(clean, 1 / 0.305) },
    {
      id: 'clipping',
      name: '1 % of the samples cut off',
      samples: () => clipped(clean, 0.01),
      status: 'fail',
    },
    {
      id: 'clipping',
      name: 'a few cut off',
      samples: () => in16Bits(clipped(clean, 0.0005)),
      status: 'warn',
    },
    {
      id: 'clipping',
      name: 'cut off, then made quiet',
      samples: () => in16Bits(gain(clipped(clean, 0.01), 0.2)),
      status: 'fail',
    },
    { id: 'noise', name: 'noise 20 dB below', samples: () => mixed(clean, hiss(-20)), status: 'warn' },
    { id: 'noise', name: 'noise 8 dB below', samples: () => mixed(clean, hiss(-8)), status: 'fail' },
    { id: 'hum', name: 'a hum 35 dB below', samples: () => mixed(clean, mains(50, -35)), status: 'warn' },
    {
      id: 'hum',
      name: 'a hum of 60 Hz 5 dB below',
      samples: () => mixed(clean, mains(60, -5)),
      status: 'fail',
    },
    { id: 'silence', name: 'a hole of 2 s', samples: () => withHole(clean, 2, RATE), status: 'warn' },
    { id: 'silence', name: 'a hole of 5 s', samples: () => withHole(clean, 5, RATE), status: 'fail' },
    {
      id: 'evenness',
      name: 'the second half 14 dB quieter',
      samples: () => clean.map((x, i) => (i > length / 2 ? x / 5 : x)),
    },
    {
      id: 'bandwidth',
      name: 'a telephone’s band',
      samples: () => limitBand(clean, RATE, 3800),
      status: 'fail',
    },
    {
      id: 'bandwidth',
      name: 'a headset’s band',
      samples: () => limitBand(clean, RATE, 7800),
      status: 'warn',
    },
    { id: 'speakers', name: 'another voice from the middle on', samples: anotherVoice, status: 'fail' },
    {
      id: 'echo',
      name: 'a room of 0.8 s',
      samples: () => inRoom({ samples: clean, sampleRate: RATE, seconds: 0.8, wet: 0, seed: 1 }),
    },
  ])('$id: $name', ({ id, samples, status }) => {
    expect(good.get(id)?.status).toBe('pass');
    const found = checksOf(samples()).get(id);
    if (status) expect(found?.status).toBe(status);
    else expect(found?.status).not.toBe('pass');
    expect(found?.advice).not.toBe(good.get(id)?.advice);
  });
});

describe('a flaw is measured', () => {
  test.each([30, 20, 10])('noise %i dB below the voice, within 2 dB', (snr) => {
    for (const kind of ['white', 'pink', 'fan'] as const)
      expect(
        Math.abs((checksOf(mixed(clean, hiss(-snr, kind))).get('noise')?.value ?? 0) - snr),
      ).toBeLessThan(2);
  });

  test.each([45, 35, 25])('a hum %i dB below the voice, within 2 dB', (below) => {
    for (const frequency of [50, 60] as const) {
      const found = checksOf(mixed(clean, mains(frequency, -below))).get('hum');
      expect(found?.also?.['mains']).toBe(frequency);
      expect(Math.abs((found?.value ?? 0) - (level - below))).toBeLessThan(2);
    }
  });

  test.each([-20, -30, -40])('a level of %i dBFS, within 1 dB', (db) => {
    expect(
      Math.abs((checksOf(gain(clean, 10 ** ((db - level) / 20))).get('level')?.value ?? 0) - db),
    ).toBeLessThan(1);
  });

  test.each([0.1, 1, 5])('%d % of the samples cut off', (percent) => {
    const found = checksOf(in16Bits(clipped(clean, percent / 100))).get('clipping');
    expect(Math.abs((found?.value ?? 0) - percent)).toBeLessThan(0.2 * percent);
  });

  test('a hum is not counted as noise a second time', () => {
    const humming = checksOf(mixed(mixed(clean, hiss(-40)), mains(50, -20)));
    expect(humming.get('noise')?.value).toBeGreaterThan(33);
    expect(humming.get('hum')?.status).not.toBe('pass');
  });
});

describe('a flaw has its place', () => {
  test('a hole', () => {
    const found = checksOf(withHole(clean, 3, RATE)).get('silence');
    expect(covers(found, middle)).toBe(true);
    expect(found?.value).toBeCloseTo(3, 0);
  });

  test('a clipped moment', () => {
    const samples = Float32Array.from(clean);
    const from = 10.1 * RATE;
    samples.set(clipped(clean.subarray(from, from + RATE / 2), 0.02), from);
    const found = checksOf(samples).get('clipping');
    expect(found?.status).not.toBe('pass');
    expect(covers(found, 5)).toBe(false);
    expect(found?.places?.every((place) => place.from > 9.9 && place.to < 10.8)).toBe(true);
  });

  test('the other voice', () => {
    const found = checksOf(anotherVoice()).get('speakers');
    const [place] = found?.places ?? [];
    expect(Math.abs((place?.from ?? 0) - middle) < 2 || Math.abs((place?.to ?? 0) - middle) < 2).toBe(true);
  });
});

describe('what is no flaw', () => {
  test('a quiet recording of 16 bits with flat tops of one step is not clipped', () => {
    expect(checksOf(in16Bits(gain(clean, 0.02))).get('clipping')?.value).toBe(0);
  });

  test('a loud recording that just reaches full scale once is not clipped', () => {
    const highest = clean.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    expect(checksOf(in16Bits(gain(clean, 1 / highest))).get('clipping')?.value).toBe(0);
  });

  test('a low voice is no hum', () => {
    for (const pitch of [50, 60, 100, 120])
      expect(checksOf(voice({ seconds: SECONDS, pitch })).get('hum')?.status).toBe('pass');
  });

  test('one voice at two loudnesses is one voice', () => {
    expect(checksOf(clean.map((x, i) => (i > length / 2 ? x / 4 : x))).get('speakers')?.value).toBe(1);
  });
});

function hiss(db: number, kind: 'white' | 'pink' | 'fan' = 'white'): Float32Array {
  return noise({ kind, length, sampleRate: RATE, db: level + db, seed: 5 });
}

function mains(frequency: 50 | 60, db: number): Float32Array {
  return hum({ mains: frequency, length, sampleRate: RATE, db: level + db });
}

function anotherVoice(): Float32Array {
  const other = voice({ seconds: SECONDS, pitch: 210, formants: [620, 1900, 3100], noise: 0.0001 });
  return clean.map((x, i) => (i >= length / 2 ? (other[i] ?? 0) : x));
}
