import { describe, expect, it } from 'vitest';
import { createPreRoll } from '../../renderer/audio/worker/pre-roll.ts';

/** Samples counted from 1, in pieces of these lengths. */
function hear(room: number, ...lengths: readonly number[]) {
  const preRoll = createPreRoll(room);
  let next = 1;
  for (const length of lengths) preRoll.add(Float32Array.from({ length }, () => next++));
  return preRoll;
}

describe('what was heard last', () => {
  it.each([
    { lengths: [], last: [] },
    { lengths: [3], last: [1, 2, 3] },
    { lengths: [5], last: [1, 2, 3, 4, 5] },
    { lengths: [3, 4], last: [3, 4, 5, 6, 7] },
    { lengths: [4, 1, 1], last: [2, 3, 4, 5, 6] },
    { lengths: [1, 12], last: [9, 10, 11, 12, 13] },
    { lengths: [2, 2, 2, 2, 2, 2], last: [8, 9, 10, 11, 12] },
  ])('after pieces of $lengths is $last', ({ lengths, last }) => {
    expect([...hear(5, ...lengths).empty()]).toEqual(last);
  });

  it('is given out once', () => {
    const preRoll = hear(5, 7);
    preRoll.empty();
    expect([...preRoll.empty()]).toEqual([]);
    preRoll.add(Float32Array.of(8, 9));
    expect([...preRoll.empty()]).toEqual([8, 9]);
  });
});
