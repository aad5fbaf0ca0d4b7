import { describe, expect, it } from 'vitest';
import { describeSpeech, MOST_SPANS } from '../../../electron/recording/listening/describe-speech.ts';

const described = (spans: readonly { from: number; to: number }[]) =>
  describeSpeech({ spans, by: 'silero', sampleRate: 1000 });

describe('the description of speech', () => {
  it('joins what is hardly apart', () => {
    const near = [
      { from: 0, to: 100 },
      { from: 150, to: 300 },
      { from: 400, to: 500 },
    ];
    expect(described(near)).toEqual({
      ...{ seconds: 0.4, by: 'silero' },
      spans: [
        { from: 0, to: 300 },
        { from: 400, to: 500 },
      ],
    });
  });

  it('joins over the shortest pauses where there are too many spans, and still counts what was found', () => {
    const many = Array.from({ length: 2 * MOST_SPANS }, (_, i) => ({
      from: i * 1000 + (i % 2) * 200,
      to: i * 1000 + 500 + (i % 2) * 200,
    }));
    const { spans, seconds } = described(many);
    expect(spans.length).toBe(MOST_SPANS);
    expect(seconds).toBe(MOST_SPANS);
    // Pauses are 700 ms and 300 ms by turns: the 499 short ones are closed, and one of the others.
    expect(spans[1]).toEqual({ from: 3200, to: 4500 });
  });

  it('of nothing is nothing', () => {
    expect(described([])).toEqual({ seconds: 0, spans: [], by: 'silero' });
  });
});
