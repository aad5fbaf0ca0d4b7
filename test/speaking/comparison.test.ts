import { describe, expect, it } from 'vitest';
import { drawnByLot, letterOf, matchedGains, volumeOf } from '../../electron/speaking/comparison.ts';

describe('sounds that are compared', () => {
  it.each([
    { loudness: [-23, -20, -16], gains: [0, -3, -7] },
    { loudness: [-20, undefined, -26], gains: [-6, 0, 0] },
    { loudness: [undefined, undefined], gains: [0, 0] },
    { loudness: [], gains: [] },
  ])('of $loudness LUFS are turned down by $gains dB, none up', ({ loudness, gains }) => {
    expect(matchedGains(loudness)).toEqual(gains);
  });

  it.each([
    { gain: 0, volume: 1 },
    { gain: -20, volume: 0.1 },
    { gain: 3, volume: 1 },
  ])('$gain dB is the volume $volume', ({ gain, volume }) => {
    expect(volumeOf(gain)).toBeCloseTo(volume, 9);
  });

  it('go by letters', () => {
    expect([0, 1, 5].map(letterOf)).toEqual(['A', 'B', 'F']);
  });
});

describe('an order drawn by lot', () => {
  it('holds each once, and each place is as likely for each', () => {
    const counts = new Map<string, number>();
    let state = 1;
    // A small generator of its own (Park and Miller), so that the test is the same each time.
    const random = () => {
      state = (state * 16_807) % 2_147_483_647;
      return state / 2_147_483_647;
    };
    for (let round = 0; round < 6000; round++) {
      const drawn = drawnByLot(['a', 'b', 'c'], random);
      expect([...drawn].sort()).toEqual(['a', 'b', 'c']);
      counts.set(drawn.join(''), (counts.get(drawn.join('')) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(120);
  });
});
