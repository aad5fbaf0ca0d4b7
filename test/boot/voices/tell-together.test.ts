import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tellTogether } from '../../../electron/boot/voices/tell-together.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('what comes in many parts is told in portions, all of it and in order', async () => {
  const told: (readonly number[])[] = [];
  const news = tellTogether<number>((some) => void told.push(some), { everyMs: 50, most: 3 });
  news.add([]);
  news.add([1]);
  news.add([2, 3, 4]);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(50);
  expect(told).toEqual([[1, 2, 3]]);
  vi.advanceTimersByTime(50);
  expect(told).toEqual([[1, 2, 3], [4]]);
  news.add([5]);
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([[1, 2, 3], [4], [5]]);
});

it('whoever waits until all is told is not answered before', async () => {
  const told: number[] = [];
  const news = tellTogether<number>((some) => void told.push(...some), { everyMs: 50, most: 2 });
  await news.told();
  news.add([1, 2, 3]);
  let isOver = false;
  const over = news.told().then(() => {
    isOver = true;
  });
  await vi.advanceTimersByTimeAsync(50);
  expect([told, isOver]).toEqual([[1, 2], false]);
  await vi.advanceTimersByTimeAsync(50);
  await over;
  expect(told).toEqual([1, 2, 3]);
});
