import { expect, test } from 'vitest';
import type { CheckId, CheckStatus, QualityCheck } from '../../../../electron/recording/quality/report.ts';
import { flawsByClip } from '../../../../renderer/record/sample/flaw-places.ts';
import { levelWords } from '../../../../renderer/record/sample/level-notes.tsx';
import {
  barPlaces,
  checksToShow,
  valueWords,
  verdictWords,
} from '../../../../renderer/record/sample/quality-words.ts';

const check = (id: CheckId, status: CheckStatus, more: Partial<QualityCheck> = {}): QualityCheck => ({
  ...{ id, status, value: 1, unit: '', advice: '' },
  ...more,
});

test('what does not pass stands first, the worst on top; what passes and is unusual is kept for later', () => {
  const checks = [
    check('duration', 'pass'),
    check('hum', 'pass'),
    check('noise', 'warn'),
    check('peak', 'fail'),
  ];
  expect(checksToShow(checks, false).map(({ id }) => id)).toEqual(['peak', 'noise', 'duration']);
  expect(checksToShow(checks, true).map(({ id }) => id)).toEqual(['peak', 'noise', 'duration', 'hum']);
});

test.each([
  ['level', -19.4, 'dBFS', '−19\u00a0dBFS'],
  ['bandwidth', 11_960, 'Hz', '12.0\u00a0kHz'],
  ['speakers', 1, '', 'one'],
  ['speakers', 2, '', 'several'],
  ['silence', 1.26, 's', '1.3\u00a0s'],
  ['hum', null, 'dBFS', '–'],
] as const)('%s of %s reads %s', (id, value, unit, words) => {
  expect(valueWords({ id, value, unit })).toBe(words);
});

test('the bar shows the figure in its scale and the band that passes', () => {
  const { value, band } = barPlaces(check('level', 'pass', { value: -25, pass: { from: -35, to: -15 } }));
  expect(value).toBeCloseTo(0.5);
  expect([band.from, band.to]).toEqual([0.25, 0.75]);
  expect(barPlaces(check('noise', 'pass', { value: 99 })).value).toBe(1);
  expect(barPlaces(check('hum', 'pass', { value: null })).value).toBeNull();
});

test.each([
  ['good', [check('hum', 'pass')], 'A good sample.'],
  ['fair', [check('hum', 'warn')], 'A fair sample: one thing could be better.'],
  ['poor', [check('hum', 'fail'), check('echo', 'warn')], 'This will not clone well: look at 2 things.'],
] as const)('a verdict of %s', (verdict, checks, words) => {
  expect(verdictWords({ verdict, checks })).toBe(words);
});

test('places counted through all clips are places in each; one across a join is in both', () => {
  const places = [
    { from: 1, to: 2 },
    { from: 9, to: 12 },
  ];
  expect(flawsByClip([{ seconds: 10 }, { seconds: 5 }], places)).toEqual([
    [
      { from: 1, to: 2 },
      { from: 9, to: 10 },
    ],
    [{ from: 0, to: 2 }],
  ]);
});

test('what was made louder or softer is told, and nothing where nothing was', () => {
  const clip = (gain: number, capped = false) => ({
    seconds: 1,
    parts: [0],
    matched: [{ takeId: 't', gain, capped }],
  });
  expect(levelWords({ clips: [clip(0)] })).toBeNull();
  expect(levelWords({ clips: [clip(2.5), clip(-1)] })).toContain('2 recordings changed by +2.5 dB, −1.0 dB');
  expect(levelWords({ clips: [clip(6, true)] })).toContain('read it again');
});
