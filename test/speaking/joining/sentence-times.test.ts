import { describe, expect, it } from 'vitest';
import { sentenceTimes } from '../../../electron/speaking/joining/sentence-times.ts';

const RATE = 16_000;
const TEXT = 'This is the first sentence. The second one is a good deal longer than the first. Third.';

/** A buzz for each number of seconds above zero, silence for each below. */
function sound(...parts: readonly number[]) {
  const samples = parts.flatMap((seconds) =>
    Array.from({ length: Math.round(Math.abs(seconds) * RATE) }, (_, i) =>
      seconds > 0 ? 0.3 * Math.sin(i * 0.3) : 0,
    ),
  );
  return { sampleRate: RATE, bitDepth: 16 as const, samples: Float32Array.from(samples) };
}

/** Letters of the three sentences: 22, 46, 5. At 20 a second. */
const [FIRST, SECOND, THIRD] = [1.1, 2.3, 0.3];

describe('the sentences of a clip', () => {
  it('are heard between its pauses', () => {
    const times = sentenceTimes(TEXT, sound(-0.5, FIRST, -0.4, SECOND, -0.4, THIRD, -0.3));
    expect(times?.map(({ text }) => text)).toEqual([
      'This is the first sentence.',
      'The second one is a good deal longer than the first.',
      'Third.',
    ]);
    const expected = [
      [0.5, 1.6],
      [2, 4.3],
      [4.7, 5],
    ];
    for (const [i, { from, to }] of (times ?? []).entries()) {
      expect(Math.abs(from - (expected[i]?.[0] ?? 0))).toBeLessThan(0.05);
      expect(Math.abs(to - (expected[i]?.[1] ?? 0))).toBeLessThan(0.05);
    }
  });

  it('are told apart from the pauses within them by where the letters end', () => {
    // A comma in the second sentence is as long a silence as a full stop.
    const times = sentenceTimes(TEXT, sound(FIRST, -0.4, 1, -0.4, 1.3, -0.4, THIRD));
    expect(times?.map(({ from }) => Math.round(from * 10) / 10)).toEqual([0, 1.5, 4.6]);
  });

  it('end at the longer of two pauses that are nearly as near', () => {
    const even = 'One two three, four five. Six seven nine, then ten.';
    const times = sentenceTimes(even, sound(1.06, -0.16, 0.14, -0.5, 1));
    expect(times?.map(({ from }) => Math.round(from * 100) / 100)).toEqual([0, 1.86]);
  });

  it('are not guessed where there are too few pauses, or a sentence would be much too fast', () => {
    expect(sentenceTimes(TEXT, sound(FIRST, -0.4, SECOND + THIRD))).toBeNull();
    expect(sentenceTimes(TEXT, sound(0.1, -0.4, 0.1, -0.4, 3.5))).toBeNull();
    expect(sentenceTimes(TEXT, sound(-2))).toBeNull();
    expect(sentenceTimes('…', sound(1))).toBeNull();
  });

  it('is the whole of it where there is one', () => {
    expect(sentenceTimes('Only one', sound(-0.5, 1, -0.5))).toEqual([
      { text: 'Only one', from: 0.5, to: expect.closeTo(1.5, 1) },
    ]);
  });
});
