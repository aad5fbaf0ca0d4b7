import { describe, expect, test } from 'vitest';
import { backOffMs } from '../../electron/jobs/back-off.ts';

describe('the delay before the next try', () => {
  const cases: readonly (readonly [string, Parameters<typeof backOffMs>[0], number])[] = [
    ['is 1 s after the first try', { tries: 0, random: 0.5 }, 1_000],
    ['doubles with each try', { tries: 3, random: 0.5 }, 8_000],
    ['is 16 s before the cap is reached', { tries: 4, random: 0.5 }, 16_000],
    ['is capped at 30 s', { tries: 5, random: 0.5 }, 30_000],
    ['is still 30 s after very many tries', { tries: 5_000, random: 0.5 }, 30_000],
    ['is up to 20 % shorter', { tries: 0, random: 0 }, 800],
    ['is up to 20 % longer', { tries: 0, random: 1 }, 1_200],
    ['is never shorter than what was asked for', { tries: 0, random: 0, atLeastMs: 5_000 }, 5_000],
    ['is not shortened to what was asked for', { tries: 4, random: 0.5, atLeastMs: 5_000 }, 16_000],
    ['keeps an asked wait that is longer than the cap', { tries: 0, random: 1, atLeastMs: 90_000 }, 90_000],
  ];
  test.each(cases)('%s', (_, facts, ms) => {
    expect(backOffMs(facts)).toBe(ms);
  });
});
