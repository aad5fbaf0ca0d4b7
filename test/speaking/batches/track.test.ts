import { expect, test } from 'vitest';
import type { BatchLine } from '../../../electron/speaking/batches/batch.ts';
import { trackOf } from '../../../electron/speaking/batches/track.ts';
import { trackIndexAt } from '../../../renderer/speak/batches/track-rules.ts';
import { clip } from '../../renderer/examples.ts';

const line = (id: string, more: Partial<BatchLine> = {}): BatchLine => ({
  ...{ id, text: `Line ${id}.`, row: 0, end: 'sentence' },
  ...more,
});
/** A clip of three seconds. */
const clipOf = ({ id }: BatchLine) => (id === 'unspoken' ? undefined : clip(`clip-${id}`));

test('lines are heard one after the other with their silences, as an export joins them', () => {
  const lines = [
    line('a'),
    line('unspoken'),
    line('b', { end: 'paragraph' }),
    line('c', { pauseBeforeMs: 500, pauseAfterMs: 2000 }),
    line('d', { chapter: 'Two' }),
  ];
  expect(trackOf(lines, clipOf)).toEqual([
    { lineId: 'a', place: 0, clipId: 'clip-a', text: 'Line a.', from: 0, to: 3 },
    { lineId: 'b', place: 2, clipId: 'clip-b', text: 'Line b.', from: 3.35, to: 6.35 },
    { lineId: 'c', place: 3, clipId: 'clip-c', text: 'Line c.', from: 7.55, to: 10.55 },
    { lineId: 'd', place: 4, clipId: 'clip-d', text: 'Line d.', from: 12.55, to: 15.55 },
  ]);
});

test.each([
  [-1, 0],
  [0, 0],
  [2.9, 0],
  [3, 1],
  [3.2, 1],
  [9, 2],
  [99, 3],
])('at %f s line %i is heard, or comes next', (seconds, index) => {
  expect(
    trackIndexAt(
      trackOf(
        ['a', 'b', 'c', 'd'].map((id) => line(id)),
        clipOf,
      ),
      seconds,
    ),
  ).toBe(index);
});
