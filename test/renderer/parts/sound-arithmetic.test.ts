import { expect, test } from 'vitest';
import { heldLevel, heldPeak, meterShare } from '../../../renderer/parts/sound/level-arithmetic.ts';
import { LIVE_SECONDS, liveWindow } from '../../../renderer/parts/sound/live-peaks.ts';

test.each([
  [-60, 0],
  [-30, 0.5],
  [0, 1],
  [3, 1],
  [-90, 0],
  [Number.NEGATIVE_INFINITY, 0],
])('%d dBFS fill %d of the meter', (dbfs, share) => {
  expect(meterShare(dbfs)).toBe(share);
});

test('a peak is held for a second, then sinks, and a higher one takes its place at once', () => {
  const hold = heldPeak({ level: -60, at: 0 }, -10, 5_000);
  expect(heldLevel(hold, 5_900)).toBe(-10);
  expect(heldLevel(hold, 6_500)).toBe(-20);
  expect(heldPeak(hold, -30, 5_500)).toBe(hold);
  expect(heldPeak(hold, -3, 5_500)).toEqual({ level: -3, at: 5_500 });
});

test('the live waveform fills from the left, then keeps the last seconds', () => {
  const values = Float32Array.from({ length: 100 }, (_none, at) => at + 1);
  const early = liveWindow({ values, count: 3, perSecond: 2 });
  expect(early).toHaveLength(LIVE_SECONDS * 2);
  expect([...early.slice(0, 4)]).toEqual([1, 2, 3, 0]);
  const late = liveWindow({ values, count: 50, perSecond: 2 });
  expect(late[0]).toBe(27);
  expect(late.at(-1)).toBe(50);
});
