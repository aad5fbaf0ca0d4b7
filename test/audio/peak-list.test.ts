import { expect, it } from 'vitest';
import { createPeakList } from '../../renderer/audio/peak-list.ts';
import { PEAKS_PER_SECOND } from '../../renderer/audio/worker/messages.ts';

it('a waveform begins empty', () => {
  const { count, perSecond } = createPeakList().view();
  expect([count, perSecond]).toEqual([0, PEAKS_PER_SECOND]);
});

it('it holds every point in order, long past the first minute', () => {
  const list = createPeakList();
  const total = 200 * PEAKS_PER_SECOND;
  for (let at = 0; at < total; at += 8)
    list.add(Float32Array.from({ length: Math.min(8, total - at) }, (_, i) => at + i));
  const { values, count } = list.view();
  expect(count).toBe(total);
  expect(values.subarray(0, count)).toEqual(Float32Array.from({ length: total }, (_, i) => i));
});

it('it holds its points without a break where it grows', () => {
  const list = createPeakList();
  const first = 60 * PEAKS_PER_SECOND - 1;
  list.add(new Float32Array(first).fill(0.5));
  list.add(Float32Array.of(0.25, 0.75));
  const { values, count } = list.view();
  expect([...values.subarray(first - 1, count)]).toEqual([0.5, 0.25, 0.75]);
});
