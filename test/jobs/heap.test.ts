import { expect, test } from 'vitest';
import { createHeap } from '../../electron/jobs/heap.ts';

test('gives its items back in order, however they came', () => {
  const heap = createHeap<number>((item) => item);
  // 37 has no common divisor with 101: every number comes once, well mixed.
  for (let i = 0; i < 101; i += 1) heap.push((i * 37) % 101);
  expect(heap.first()).toBe(0);
  const taken: (number | undefined)[] = [];
  for (let i = 0; i < 50; i += 1) taken.push(heap.pop());
  heap.push(3);
  expect(heap.pop()).toBe(3);
  expect(heap.items()).toHaveLength(51);
  while (heap.first() !== undefined) taken.push(heap.pop());
  expect(taken).toEqual(Array.from({ length: 101 }, (_, i) => i));
  expect(heap.pop()).toBeUndefined();
});
