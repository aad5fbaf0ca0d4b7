import { expect, test } from 'vitest';
import { ENGINES } from '../../../../electron/cloning/engines/engines.ts';
import {
  missingSeconds,
  reachWords,
  ringAngle,
  ringArc,
  ringPoint,
  sampleReach,
} from '../../../../renderer/parts/sound/ring-arithmetic.ts';

test.each([
  [0, -150],
  [10, -100],
  [30, 0],
  [60, 150],
  [-3, -150],
  [90, 150],
])('%d s stand at %d degrees', (seconds, angle) => {
  expect(ringAngle(seconds)).toBeCloseTo(angle);
});

test('angles go clockwise from the top', () => {
  expect(ringPoint(0, 100).y).toBeCloseTo(-100);
  expect(ringPoint(90, 100).x).toBeCloseTo(100);
});

test('an arc of no length draws nothing', () => {
  expect(ringArc({ from: 0, to: 0, radius: 100 })).toBe('');
  expect(ringArc({ from: 60, to: 80, radius: 100 })).toBe('');
});

test('an arc past half the circle goes the long way around', () => {
  expect(ringArc({ from: 0, to: 60, radius: 100 })).toBe('M -50 86.6 A 100 100 0 1 1 50 86.6');
  expect(ringArc({ from: 0, to: 30, radius: 100 })).toContain(' 0 0 1 0 -100');
});

test.each([
  [0, 'none', 'ready'],
  [9.96, 'short', '1\u00a0s to go'],
  [10, 'usable', 'enough; 15\u00a0s is better'],
  [15, 'good', 'a good length'],
  [45, 'good', 'a good length'],
  [45.1, 'plenty', 'more than enough'],
  [60, 'plenty', 'more than enough'],
  [60.1, 'over', 'over 60 s: use less'],
] as const)('%d s for A2E are %s: %s', (seconds, reach, words) => {
  expect(sampleReach({ seconds: seconds, speech: seconds }, ENGINES.a2e)).toBe(reach);
  expect(reachWords({ seconds: seconds, speech: seconds }, ENGINES.a2e)).toBe(words);
});

test('the window is that of the engine', () => {
  expect(sampleReach({ seconds: 30, speech: 30 }, ENGINES.elevenlabs)).toBe('usable');
  expect(sampleReach({ seconds: 12, speech: 12 }, ENGINES.cartesia)).toBe('good');
});

test('missing seconds are rounded up, so that the promise holds', () => {
  expect(missingSeconds({ seconds: 3.2, speech: 3.2 }, ENGINES.a2e)).toBe(7);
  expect(missingSeconds({ seconds: 12, speech: 12 }, ENGINES.a2e)).toBe(0);
});

test('what the engine refuses goes by the whole length, what is good by the speech in it', () => {
  expect(sampleReach({ seconds: 61, speech: 30 }, ENGINES.a2e)).toBe('over');
  expect(sampleReach({ seconds: 20, speech: 9 }, ENGINES.a2e)).toBe('usable');
  expect(sampleReach({ seconds: 40, speech: 20 }, ENGINES.a2e)).toBe('good');
});
