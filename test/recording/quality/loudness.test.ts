import { describe, expect, test } from 'vitest';
import {
  integratedLoudness,
  measureLoudness,
  slidingLoudness,
} from '../../../electron/recording/quality/loudness.ts';
import { sine } from '../tones.ts';
import { whiteNoise } from './signals.ts';

const RATE = 48_000;
/** EBU's signals are the same in both channels, which BS.1770 adds up; a mono signal alone must be 3.01 dB stronger. */
const BOTH_CHANNELS = 10 * Math.log10(2);

/** Stretches of a 1 kHz tone one after the other: level in dBFS (peak, in each of two channels) and seconds. */
function tones(parts: readonly (readonly [db: number, seconds: number])[], sampleRate = RATE): Float32Array {
  const length = parts.reduce((sum, [, seconds]) => sum + Math.round(seconds * sampleRate), 0);
  const out = new Float32Array(length);
  let at = 0;
  for (const [db, seconds] of parts) {
    const peak = 10 ** ((db + BOTH_CHANNELS) / 20);
    for (const end = at + Math.round(seconds * sampleRate); at < end; at++)
      out[at] = peak * Math.sin((2 * Math.PI * 1000 * at) / sampleRate);
  }
  return out;
}

const repeated = <T>(times: number, parts: readonly T[]): T[] =>
  Array.from({ length: times }, () => parts).flat();
const highest = (values: Float64Array) => values.reduce((most, value) => Math.max(most, value), -999);

/** ±0.1 LU, as EBU Tech 3341 asks. */
function expectLu(value: number | undefined, target: number) {
  expect(value).toBeDefined();
  expect(Math.abs((value ?? 0) - target)).toBeLessThanOrEqual(0.1);
}

describe('integrated loudness, EBU Tech 3341 table 1', () => {
  test.each<{ name: string; parts: [number, number][]; lufs: number }>([
    { name: 'case 1: −23 dBFS for 20 s', parts: [[-23, 20]], lufs: -23 },
    { name: 'case 2: −33 dBFS for 20 s', parts: [[-33, 20]], lufs: -33 },
    {
      name: 'case 3: quiet stretches beside a loud one are gated',
      parts: [
        [-36, 10],
        [-23, 60],
        [-36, 10],
      ],
      lufs: -23,
    },
    {
      name: 'case 4: and those below −70 LUFS too',
      parts: [
        [-72, 10],
        [-36, 10],
        [-23, 60],
        [-36, 10],
        [-72, 10],
      ],
      lufs: -23,
    },
    {
      name: 'case 5: three loud stretches',
      parts: [
        [-26, 20],
        [-20, 20.1],
        [-26, 20],
      ],
      lufs: -23,
    },
  ])('$name', ({ parts, lufs }) => {
    const samples = tones(parts);
    expectLu(integratedLoudness(samples, RATE), lufs);
    expect(measureLoudness(samples, RATE).integrated).toBe(integratedLoudness(samples, RATE));
  });

  test.each([8000, 16_000, 22_050, 44_100, 96_000, 192_000])('case 1 at %i Hz', (sampleRate) => {
    expectLu(integratedLoudness(tones([[-23, 20]], sampleRate), sampleRate), -23);
  });

  test('cases 1 and 2 read the same in every full window of 400 ms and 3 s', () => {
    for (const db of [-23, -33])
      for (const seconds of [0.4, 3] as const)
        for (const lufs of slidingLoudness(tones([[db, 20]]), RATE, seconds).slice(2)) expectLu(lufs, db);
  });

  test('a mono tone of −20 dBFS (peak) at 997 Hz is −23.0 LUFS, as BS.1770 says of 0 dBFS and −3.01', () => {
    expectLu(integratedLoudness(sine({ hz: 997, sampleRate: RATE, seconds: 5, peak: 0.1 }), RATE), -23.01);
  });
});

describe('short-term and momentary loudness, EBU Tech 3341 table 1', () => {
  test('case 9: −20 and −30 dBFS by turns: every 3 s are −23.0', () => {
    const windows = slidingLoudness(
      tones(
        repeated(5, [
          [-20, 1.34],
          [-30, 1.66],
        ]),
      ),
      RATE,
      3,
    );
    for (const lufs of windows) expectLu(lufs, -23);
  });

  test.each([0, 5, 10, 19])(
    'case 10: 3 s of tone after %i × 0.15 s of silence reach −23.0 within 3 s',
    (n) => {
      const samples = tones([
        [-200, 0.15 * n],
        [-23, 3],
        [-200, 1],
      ]);
      expectLu(measureLoudness(samples, RATE).maxShortTerm, -23);
    },
  );

  test.each([0, 7, 19])('case 11: the same at −38 + %i dB', (n) => {
    const samples = tones([
      [-200, 0.15 * n],
      [-38 + n, 3],
      [-200, 3 - 0.15 * n],
    ]);
    expectLu(measureLoudness(samples, RATE).maxShortTerm, -38 + n);
  });

  test('case 12: −20 and −30 dBFS by quick turns: every 400 ms are −23.0', () => {
    const windows = slidingLoudness(
      tones(
        repeated(25, [
          [-20, 0.18],
          [-30, 0.22],
        ]),
      ),
      RATE,
      0.4,
    );
    for (const lufs of windows.slice(2)) expectLu(lufs, -23);
  });

  test('cases 13 and 14: the loudest 400 ms are found to within a tenth of a second', () => {
    // The cases shift the tone by 20 ms; windows here begin every 100 ms, so a tone of 500 ms fills one whatever the shift.
    for (let n = 0; n < 20; n++) {
      const windows = slidingLoudness(
        tones([
          [-200, 0.02 * n],
          [-23, 0.5],
          [-200, 1],
        ]),
        RATE,
        0.4,
      );
      expectLu(highest(windows), -23);
    }
  });
});

describe('loudness range, EBU Tech 3342 table 1', () => {
  test.each<{ name: string; parts: [number, number][]; range: number }>([
    {
      name: 'case 1: 10 dB apart',
      parts: [
        [-20, 20],
        [-30, 20],
      ],
      range: 10,
    },
    {
      name: 'case 2: 5 dB apart',
      parts: [
        [-20, 20],
        [-15, 20],
      ],
      range: 5,
    },
    {
      name: 'case 3: 20 dB apart',
      parts: [
        [-40, 20],
        [-20, 20],
      ],
      range: 20,
    },
    {
      name: 'case 4: five steps, the quietest gated',
      parts: [
        [-50, 20],
        [-35, 20],
        [-20, 20],
        [-35, 20],
        [-50, 20],
      ],
      range: 15,
    },
  ])('$name (±1 LU)', ({ parts, range }) => {
    expect(Math.abs((measureLoudness(tones(parts), RATE).range ?? 0) - range)).toBeLessThanOrEqual(1);
  });
});

describe('what has no loudness', () => {
  test.each([
    { name: 'nothing', samples: new Float32Array(0) },
    { name: 'less than 400 ms', samples: whiteNoise({ length: 19_000, db: -10 }) },
    { name: 'silence', samples: new Float32Array(RATE) },
    { name: 'what is below −70 LUFS', samples: whiteNoise({ length: RATE, db: -90 }) },
  ])('$name', ({ samples }) => {
    expect(integratedLoudness(samples, RATE)).toBeUndefined();
  });

  test('damaged samples are silence in it', () => {
    const samples = tones([[-23, 5]]);
    const whole = integratedLoudness(samples, RATE);
    samples[1000] = Number.NaN;
    samples[2000] = Number.POSITIVE_INFINITY;
    expectLu(integratedLoudness(samples, RATE), whole ?? 0);
  });
});
