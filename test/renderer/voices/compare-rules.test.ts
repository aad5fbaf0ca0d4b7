import { expect, test } from 'vitest';
import type { Comparison } from '../../../electron/speaking/comparison.ts';
import {
  groupDue,
  heardOf,
  placeWords,
  rankedWith,
  startingVoices,
} from '../../../renderer/voices/compare/compare-rules.ts';
import { clip, voice } from '../examples.ts';

test('a voice comes with those of its group that are ready, itself first', () => {
  const voices = [
    voice('a', { groupId: 'g' }),
    voice('b', { groupId: 'g' }),
    voice('c', { groupId: 'g', state: { status: 'waiting' } }),
    voice('d', { groupId: 'other' }),
    voice('e'),
  ];
  expect(startingVoices(voices, 'b')).toEqual(['b', 'a']);
  expect(startingVoices(voices, 'e')).toEqual(['e']);
});

const comparison: Comparison = {
  ...{ id: 'c', createdAt: 1, text: 'Hello.', own: { seconds: 2, loudness: -26 } },
  voices: [
    { voiceId: 'a', clipId: 'ca', jobId: 'ja' },
    { voiceId: 'b', clipId: 'cb', jobId: 'jb' },
  ],
};

test('sounds are turned down to the quietest, one’s own words among them', () => {
  const heard = heardOf(comparison, [clip('cb', { loudness: -20 }), clip('ca', { loudness: -46 })]);
  expect(heard.isWhole).toBe(true);
  expect(heard.volumes[0]).toBe(1);
  expect(heard.volumes[1]).toBeCloseTo(10 ** (-26 / 20), 9);
  expect(heard.ownVolume).toBeCloseTo(0.1, 9);
});

test('a voice that has not spoken yet is missing, and what is there is still matched', () => {
  const heard = heardOf(comparison, [clip('ca', { loudness: -26 })]);
  expect(heard.isWhole).toBe(false);
  expect(heard.clips[1]).toBeUndefined();
  expect(heard.ownVolume).toBe(1);
});

test('the last that is left is placed by itself', () => {
  expect(rankedWith([], 'b', ['a', 'b', 'c'])).toEqual(['b']);
  expect(rankedWith(['b'], 'c', ['a', 'b', 'c'])).toEqual(['b', 'c', 'a']);
  expect(rankedWith([], 'b', ['a', 'b'])).toEqual(['b', 'a']);
});

test('places are called 1st, 2nd, 3rd, 4th', () => {
  expect([1, 2, 3, 4, 6].map(placeWords)).toEqual(['1st', '2nd', '3rd', '4th', '6th']);
});

test('voices of one recording are due to be compared until they were, the newest group first', () => {
  const voices = [
    voice('a', { groupId: 'old' }),
    voice('b', { groupId: 'old' }),
    voice('c', { groupId: 'new' }),
    voice('d', { groupId: 'new' }),
    voice('e', { groupId: 'new', state: { status: 'gone', at: 1 } }),
    voice('f', { groupId: 'alone' }),
  ];
  const ids = (comparisons: readonly Comparison[]) => groupDue(voices, comparisons).map(({ id }) => id);
  const of = (...voiceIds: string[]): Comparison => ({
    ...{ id: 'x', createdAt: 1, text: 'Hello.' },
    voices: voiceIds.map((voiceId) => ({ voiceId, clipId: 'c', jobId: 'j' })),
  });
  expect(ids([])).toEqual(['c', 'd']);
  expect(ids([of('c', 'd')])).toEqual(['a', 'b']);
  expect(ids([of('c', 'd'), of('a', 'b')])).toEqual([]);
});
