import { expect, test } from 'vitest';
import { ENGINES } from '../../../../electron/cloning/engines/engines.ts';
import { wholeTake } from '../../../../electron/cloning/sample/sample.ts';
import { importWords } from '../../../../renderer/record/take-in/import-words.ts';
import { goesInWhole, newFiles, partsWithFile } from '../../../../renderer/record/take-in/take-in-files.ts';
import { take } from '../../examples.ts';

const file = (id: string, seconds: number) =>
  take(id, seconds, { source: { kind: 'file', fileName: `${id}.mp3` } });
const talk = file('talk', 3600);
const short = file('short', 30);
const spoken = take('spoken', 20);
const rate = 48_000;

test('only files that are kept and were not known are new', () => {
  const gone = { ...file('gone', 9), state: { status: 'discarded', at: 1 } } as const;
  expect(newFiles([talk, short, spoken, gone], new Set(['talk']))).toEqual([short]);
});

test('a file goes in whole where it is no longer than the engine clones best from', () => {
  expect(goesInWhole(short, ENGINES.a2e.sweetSpot)).toBe(true);
  expect(goesInWhole(short, ENGINES.cartesia.sweetSpot)).toBe(false);
});

test.each([
  [
    'its best part joins what is there',
    [spoken],
    talk,
    { from: 5 * rate, to: 35 * rate },
    ['spoken', 'talk'],
  ],
  ['and stands alone where together they are too long', [spoken], talk, { from: 0, to: 45 * rate }, ['talk']],
  ['without a best part its beginning', [], talk, null, ['talk']],
  ['a short one whole', [spoken], short, null, ['spoken', 'short']],
])('of a file: %s', (_what, before, one, best, ids) => {
  const parts = partsWithFile({
    parts: before.map(wholeTake),
    takes: before,
    take: one,
    best,
    window: ENGINES.a2e,
  });
  expect(parts.map(({ takeId }) => takeId)).toEqual(ids);
  const last = parts.at(-1);
  expect((last?.to ?? 0) - (last?.from ?? 0)).toBeLessThanOrEqual(45 * rate);
  if (best) expect(last).toMatchObject(best);
});

test.each([
  [{ status: 'waiting' }, 'waiting'],
  [{ status: 'running', seconds: 61 }, '1:01'],
  [{ status: 'running', seconds: 61, inAll: 3600 }, '1:01 of 60:00'],
] as const)('a file on its way in: %j', (state, words) => {
  expect(importWords({ state })).toBe(words);
});
