import { expect, test } from 'vitest';
import { ENGINES } from '../../../electron/cloning/engines.ts';
import {
  choiceAtStart,
  choiceWithTake,
  chosenOf,
  firstChoice,
  keptTakes,
  totalSeconds,
} from '../../../renderer/record/sample-choice.ts';
import { take, voice } from '../examples.ts';

const old = take('old', 20, { createdAt: 1 });
const fresh = take('fresh', 8, { createdAt: 2 });
const gone = take('gone', 30, { createdAt: 3, state: { status: 'discarded', at: 4 } });
const live = take('live', 3, { createdAt: 5, state: { status: 'recording' } });

test('only kept takes count, newest first', () => {
  expect(keptTakes([old, gone, live, fresh])).toEqual([fresh, old]);
  expect(chosenOf([old, gone, fresh], ['gone', 'old'])).toEqual([old]);
  expect(totalSeconds([old, fresh])).toBe(28);
});

test('at launch the newest take is chosen, unless a voice was made of it', () => {
  expect(firstChoice([old, fresh], [])).toEqual(['fresh']);
  expect(firstChoice([old, fresh], [voice('v', { takeIds: ['fresh'] })])).toEqual([]);
  expect(firstChoice([gone], [])).toEqual([]);
});

test('a recording adds to a sample that is too short, and starts anew beside one that is enough', () => {
  expect(choiceAtStart([fresh], ENGINES.a2e)).toEqual(['fresh']);
  expect(choiceAtStart([old], ENGINES.a2e)).toEqual([]);
  expect(choiceAtStart([old], ENGINES.elevenlabs)).toEqual(['old']);
});

test('a new take joins the chosen ones, once', () => {
  expect(choiceWithTake([old], fresh, ENGINES.a2e)).toEqual(['old', 'fresh']);
  expect(choiceWithTake([], fresh, ENGINES.a2e)).toEqual(['fresh']);
});

test('a new take stands alone where all together would be too long', () => {
  expect(choiceWithTake([old], take('long', 45), ENGINES.a2e)).toEqual(['long']);
});
