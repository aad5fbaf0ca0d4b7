import { describe, expect, test } from 'vitest';
import { assessQuality } from '../../../electron/recording/quality/assess.ts';
import { CHECK_IDS, type CheckId, type QualityReport } from '../../../electron/recording/quality/report.ts';
import { sine } from '../tones.ts';
import { mixed, voice, WINDOW, whiteNoise } from './signals.ts';

function assess(samples: Float32Array, sampleRate = 48_000): QualityReport {
  return assessQuality({ samples, sampleRate, window: WINDOW });
}

function statusOf(report: QualityReport, id: CheckId) {
  return report.checks.find((check) => check.id === id)?.status;
}

function measured(report: QualityReport, id: CheckId): number {
  return report.checks.find((check) => check.id === id)?.value ?? Number.NaN;
}

/** Every number in a report is one, and JSON keeps it. */
function expectSound(report: QualityReport) {
  expect(report.checks.map(({ id }) => id)).toEqual(CHECK_IDS);
  expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  for (const check of report.checks) {
    expect(check.value === null || Number.isFinite(check.value)).toBe(true);
    expect(check.advice).not.toBe('');
    for (const { from, to } of check.places ?? []) expect(to).toBeGreaterThan(from);
  }
}

describe('a voice in a quiet room', () => {
  const report = assess(voice());

  test('is fit, and every check says so in a sentence', () => {
    expectSound(report);
    expect(report.checks.filter(({ status }) => status === 'fail')).toEqual([]);
    expect(report.seconds).toBe(20);
    expect(report.speechSeconds).toBeGreaterThan(14);
    expect(report.speechSeconds).toBeLessThan(19);
  });

  test.each([8000, 11_025, 16_000, 22_050, 44_100, 96_000, 192_000])(
    'is judged alike at %i Hz',
    (sampleRate) => {
      const same = assess(voice({ sampleRate, seconds: 14 }), sampleRate);
      expectSound(same);
      expect(Math.abs(measured(same, 'level') - measured(report, 'level'))).toBeLessThan(3);
      for (const id of ['clipping', 'hum', 'silence', 'speakers', 'peak'] as const)
        expect([id, statusOf(same, id)]).toEqual([id, 'pass']);
    },
  );

  test('is judged alike upside down and with an offset', () => {
    const turned = assess(voice().map((x) => -x));
    expect(measured(turned, 'level')).toBeCloseTo(measured(report, 'level'), 0);
    const offset = assess(voice().map((x) => x + 0.1));
    expect(measured(offset, 'level')).toBeCloseTo(measured(report, 'level'), 0);
    expect(Math.abs(measured(offset, 'noise') - measured(report, 'noise'))).toBeLessThan(2);
  });
});

describe('sound that is none', () => {
  const nasty: Readonly<Record<string, readonly [Float32Array, number?]>> = {
    'no sample': [new Float32Array(0)],
    'one sample': [Float32Array.of(0.5)],
    'a few samples': [Float32Array.of(0.5, -0.5, Number.NaN, 1)],
    zeros: [new Float32Array(480_000)],
    'NaN alone': [new Float32Array(480_000).fill(Number.NaN)],
    infinities: [new Float32Array(48_000).fill(Number.POSITIVE_INFINITY)],
    'an offset alone': [new Float32Array(480_000).fill(0.7)],
    'full scale and back': [Float32Array.from({ length: 480_000 }, (_, i) => (i % 2 ? 1 : -1))],
    'numbers no sound has': [Float32Array.from({ length: 480_000 }, (_, i) => (i % 7 ? 1e30 : -1e-40))],
    'the smallest numbers': [new Float32Array(480_000).fill(1e-42)],
    'a rate of nothing': [whiteNoise({ length: 48_000, db: -20 }), 0],
    'a rate of NaN': [whiteNoise({ length: 48_000, db: -20 }), Number.NaN],
    'one frame at 192 kHz': [whiteNoise({ length: 3840, db: -20 }), 192_000],
    'one frame at 8 kHz': [whiteNoise({ length: 160, db: -20 }), 8000],
  };
  test.each(Object.entries(nasty))(
    '%s: a report without NaN, and never good',
    (_name, [samples, sampleRate]) => {
      const report = assess(samples, sampleRate);
      expectSound(report);
      expect(report.verdict).toBe('poor');
    },
  );

  test('silence has no voice, and no value is made up for it', () => {
    const report = assess(new Float32Array(480_000));
    expect(report.speechSeconds).toBe(0);
    for (const id of ['level', 'noise', 'hum', 'bandwidth', 'speakers', 'echo'] as const)
      expect(report.checks.find((check) => check.id === id)?.value).toBeNull();
  });

  test('steady noise and a steady tone are no speech', () => {
    expect(assess(whiteNoise({ length: 480_000, db: -20 })).speechSeconds).toBeLessThan(1);
    expect(assess(sine({ hz: 440, sampleRate: 48_000, seconds: 10 })).speechSeconds).toBeLessThan(1);
  });

  test('a few damaged samples in a voice change nothing', () => {
    const samples = voice();
    samples[5000] = Number.NaN;
    samples[50_000] = Number.NEGATIVE_INFINITY;
    samples[500_000] = 3e38;
    const report = assess(samples);
    expectSound(report);
    expect(measured(report, 'level')).toBeCloseTo(measured(assess(voice()), 'level'), 1);
  });

  test('speech spans from another detector are taken, and nonsense among them left out', () => {
    const speech = [
      { from: -3, to: 2 },
      { from: 5, to: 4 },
      { from: Number.NaN, to: 9 },
      { from: 10, to: 1e9 },
    ];
    const report = assessQuality({ samples: voice(), sampleRate: 48_000, speech, window: WINDOW });
    expectSound(report);
    expect(report.speechSeconds).toBe(12);
  });
});

describe('length', () => {
  const duration = (seconds: number) => statusOf(assess(voice({ seconds })), 'duration');

  test('too short for the model fails, short of the best is told, more than it takes is told', () => {
    expect(duration(6)).toBe('fail');
    expect(duration(12)).toBe('warn');
    expect(duration(20)).toBe('pass');
    expect(duration(62)).toBe('warn');
  });

  test('a long recording with few words in it is too short', () => {
    const samples = mixed(new Float32Array(20 * 48_000), voice({ seconds: 4, noise: 0 }));
    expect(statusOf(assess(samples), 'duration')).toBe('fail');
  });
});
