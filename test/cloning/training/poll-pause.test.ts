import { expect, it } from 'vitest';
import { pollPause } from '../../../electron/cloning/training/poll-pause.ts';

const moments = Array.from({ length: 900 }, (_, second) => second * 1000);

it('the pause between two questions never gets shorter as time passes', () => {
  const pauses = moments.map(pollPause);
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
});

it('in the first half minute it is at most a second and a half', () => {
  for (let passed = 0; passed < 30_000; passed += 100) expect(pollPause(passed)).toBeLessThanOrEqual(1500);
});

it('it is never shorter than a quarter of a second nor longer than fifteen', () => {
  for (const passed of [-1, ...moments, 1e12]) {
    expect(pollPause(passed)).toBeGreaterThanOrEqual(250);
    expect(pollPause(passed)).toBeLessThanOrEqual(15_000);
  }
});
