import { expect, test } from 'vitest';
import { wholeTake } from '../../../../electron/cloning/sample/sample.ts';
import {
  noiseState,
  offersCleaning,
  originalOf,
  partsOnto,
} from '../../../../renderer/record/sample/noise-rules.ts';
import { take } from '../../examples.ts';

const original = take('a', 20);
const copy = take('b', 20, { source: { kind: 'cleaned', of: 'a', spokenHere: true } });
const takes = [original, copy];
const check = (status: 'pass' | 'warn') => ({
  checks: [{ id: 'noise', status, value: 9, unit: 'dB', advice: '' }] as const,
});

test.each([
  [[original], 'recorded'],
  [[copy], 'cleaned'],
  [[original, copy], 'mixed'],
] as const)('a sample of these is %#', (of, state) => {
  expect(noiseState(of.map(wholeTake), takes)).toBe(state);
});

test('it is offered where there is noise, and stays to be chosen back', () => {
  expect(offersCleaning(check('pass'), 'recorded')).toBe(false);
  expect(offersCleaning(check('warn'), 'recorded')).toBe(true);
  expect(offersCleaning(check('pass'), 'cleaned')).toBe(true);
});

test('parts go over to the copies and back to the originals', () => {
  const parts = [{ takeId: 'a', from: 3, to: 9, sentence: 1 }];
  const cleaned = partsOnto(parts, (id) => (id === 'a' ? 'b' : undefined));
  expect(cleaned).toEqual([{ takeId: 'b', from: 3, to: 9, sentence: 1 }]);
  expect(partsOnto(cleaned, (id) => originalOf(id, takes))).toEqual(parts);
});
