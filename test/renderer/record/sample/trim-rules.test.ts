import { expect, test } from 'vitest';
import { inSamples, LEAST_SECONDS, withEnd } from '../../../../renderer/record/sample/trim-rules.ts';

const chosen = { from: 2, to: 5 };

test.each([
  ['its beginning moves', 'from', 3, { from: 3, to: 5 }],
  ['its end moves', 'to', 4, { from: 2, to: 4 }],
  ['not before the take', 'from', -1, { from: 0, to: 5 }],
  ['not past the take', 'to', 99, { from: 2, to: 10 }],
  ['no shorter than the least', 'from', 4.99, { from: 5 - LEAST_SECONDS, to: 5 }],
  ['no shorter at its end', 'to', 1, { from: 2, to: 2 + LEAST_SECONDS }],
  ['nothing typed is no change', 'to', Number.NaN, chosen],
] as const)('a part: %s', (_what, end, at, expected) => {
  expect(withEnd(chosen, end, at, 10)).toEqual(expected);
});

test('a part is kept in whole samples of its take, none past its end', () => {
  expect(inSamples({ from: 0.00001, to: 2.5 }, { sampleRate: 8000, samples: 19_999 })).toEqual({
    from: 0,
    to: 19_999,
  });
});
