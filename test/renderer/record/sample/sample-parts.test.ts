import { expect, test } from 'vitest';
import { ENGINES } from '../../../../electron/cloning/engines/engines.ts';
import { wholeTake } from '../../../../electron/cloning/sample/sample.ts';
import {
  keptParts,
  keptTakes,
  nextSentence,
  partsAtStart,
  partsWithReading,
  partsWithTake,
  secondsOf,
  speechOf,
} from '../../../../renderer/record/sample/sample-parts.ts';
import { take } from '../../examples.ts';

const old = take('old', 20, { createdAt: 1 });
const fresh = take('fresh', 8, { createdAt: 2 });
const gone = take('gone', 30, { createdAt: 3, state: { status: 'discarded', at: 4 } });
const live = take('live', 3, { createdAt: 5, state: { status: 'recording' } });
const [ofOld, ofFresh, ofGone] = [old, fresh, gone].map(wholeTake);
const length = (seconds: number) => ({ seconds, speech: seconds });
const sentence = (takeId: string, sentence: number) => ({ takeId, from: 0, to: 10, sentence });

test('only kept takes count, newest first', () => {
  expect(keptTakes([old, gone, live, fresh])).toEqual([fresh, old]);
  expect(
    keptParts(
      [ofOld, ofGone].flatMap((part) => part ?? []),
      [old, gone, fresh],
    ),
  ).toEqual([ofOld]);
  expect(
    secondsOf(
      [ofOld, ofFresh].flatMap((part) => part ?? []),
      [old, fresh],
    ),
  ).toBe(28);
});

test('a recording adds to a sample that is too short, and starts anew beside one that is enough', () => {
  const parts = [wholeTake(old)];
  expect(partsAtStart(parts, length(8), ENGINES.a2e)).toEqual(parts);
  expect(partsAtStart(parts, length(20), ENGINES.a2e)).toEqual([]);
  expect(partsAtStart(parts, length(20), ENGINES.elevenlabs)).toEqual(parts);
});

test('a new take joins the sample, and stands alone where all together would be too long', () => {
  const ask = { parts: [wholeTake(old)], takes: [old], window: ENGINES.a2e };
  expect(partsWithTake({ ...ask, take: fresh })).toEqual([ofOld, ofFresh]);
  const long = take('long', 45);
  expect(partsWithTake({ ...ask, take: long })).toEqual([wholeTake(long)]);
});

test('of a take that was read from a script each sentence is a part, and the consent is none', () => {
  const read = {
    ...take('read', 10),
    marks: [
      { at: 0, sentence: -1 },
      { at: 96_000, sentence: 0 },
      { at: 240_000, sentence: 1 },
    ],
  };
  expect(partsWithTake({ parts: [], takes: [], window: ENGINES.a2e, take: read })).toEqual([
    { takeId: 'read', from: 96_000, to: 240_000, sentence: 0 },
    { takeId: 'read', from: 240_000, to: 480_000, sentence: 1 },
  ]);
});

test('a take that goes on after an interruption stands for the sentence in which it came', () => {
  const marks = [{ at: 0, sentence: 1 }];
  const parts = [sentence('old', 0), sentence('old', 1)];
  const rest = take('rest', 5, { marks, sessionId: 'old' });
  const made = partsWithTake({ parts, takes: [old], window: ENGINES.a2e, take: rest });
  expect(made.map(({ takeId, sentence }) => [takeId, sentence])).toEqual([
    ['old', 0],
    ['rest', 1],
  ]);
});

test('a take of nothing but the consent leaves the sample as it is', () => {
  const agreed = take('agreed', 55, { marks: [{ at: 0, sentence: -1 }] });
  const parts = [wholeTake(old)];
  expect(partsWithTake({ parts, takes: [old], window: ENGINES.a2e, take: agreed })).toEqual(parts);
});

test('only speech counts, and a take that was not listened to yet counts whole', () => {
  const spans = [
    { from: 0, to: 48_000 },
    { from: 96_000, to: 240_000 },
  ];
  const heard = take('heard', 6, { speech: { seconds: 4, spans, by: 'silero' } });
  expect(speechOf([{ takeId: 'heard', from: 24_000, to: 144_000 }], [heard])).toBe(1.5);
  expect(speechOf([wholeTake(heard), wholeTake(fresh)], [heard, fresh])).toBe(12);
});

test.each([
  ['in the place of the older reading', [0, 1, 2], 1, ['a', 'new', 'a']],
  ['before the first later sentence where there was none', [0, 2], 1, ['a', 'new', 'a']],
  ['at the end where no later one is there', [0, 1], 2, ['a', 'a', 'new']],
  ['once, in the place of two older readings', [0, 1, 1, 2], 1, ['a', 'new', 'a']],
])('a sentence that was read again stands %s', (_what, sentences, again, takes) => {
  const parts = sentences.map((one) => sentence('a', one));
  const made = partsWithReading(parts, { id: 'new', samples: 7 }, again);
  expect(made.map(({ takeId }) => takeId)).toEqual(takes);
  expect(made.find(({ takeId }) => takeId === 'new')).toEqual({
    takeId: 'new',
    from: 0,
    to: 7,
    sentence: again,
  });
});

test.each([
  [[], 3, 0],
  [[0, 1], 3, 2],
  [[0, 2], 3, 1],
  [[0, 1, 2], 3, 0],
])('after the sentences %j of %i the reading goes on with %i', (read, count, next) => {
  const parts = read.map((one) => sentence('a', one));
  expect(nextSentence(parts, count)).toBe(next);
});
