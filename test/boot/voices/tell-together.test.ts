import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { tellTogether } from '../../../electron/boot/voices/tell-together.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('what comes in many parts is told in a few, all of it and in order', () => {
  const told: (readonly number[])[] = [];
  const news = tellTogether<number>((all) => void told.push(all), 200);
  news.add([1]);
  news.add([2, 3]);
  expect(told).toEqual([]);
  vi.advanceTimersByTime(200);
  expect(told).toEqual([[1, 2, 3]]);
  news.add([4]);
  news.flush();
  news.flush();
  vi.advanceTimersByTime(1000);
  expect(told).toEqual([[1, 2, 3], [4]]);
});
