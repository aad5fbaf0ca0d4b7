import { expect, test } from 'vitest';
import { findClips } from '../../electron/speaking/find-clips.ts';
import { clip } from '../renderer/examples.ts';

const CLIPS = [
  clip('sea', { text: 'The sea was calm.', voiceName: 'Ada', voiceId: 'v1' }),
  clip('wind', { text: 'The WIND rose.', voiceName: 'Bob', voiceId: 'v2', stock: 'slt', isFavourite: true }),
  clip('flagged', { text: 'Söhne', doubts: ['hole'], line: { batchId: 'b', lineId: '0' } }),
  clip('own', { text: 'Really me.', recording: { takeId: 't', from: 0, to: 9 } }),
  clip('gone', { text: 'The sea again.', isFavourite: true, state: { status: 'discarded', at: 1 } }),
];

test.each([
  ['', null, null, ['sea', 'wind', 'flagged', 'own']],
  ['SEA', null, null, ['sea']],
  ['the  rose', null, null, ['wind']],
  ['the calm rose', null, null, []],
  ['bob', null, null, ['wind']],
  ['söhne', null, null, ['flagged']],
  ['', 'v1', null, ['sea', 'flagged', 'own']],
  ['', null, 'favourite', ['wind']],
  ['', null, 'flagged', ['flagged']],
  ['', null, 'stock', ['wind']],
  ['', null, 'batch', ['flagged']],
  ['', null, 'recording', ['own']],
  ['sea', 'v2', null, []],
] as const)('“%s” of voice %s with tag %s', (typed, voiceId, tag, ids) => {
  expect(findClips(CLIPS, { typed, voiceId, tag }).map(({ id }) => id)).toEqual(ids);
});
