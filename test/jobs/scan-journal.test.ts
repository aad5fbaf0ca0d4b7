import { describe, expect, test } from 'vitest';
import type { Job } from '../../electron/jobs/job.ts';
import { encodeRecord } from '../../electron/jobs/journal-record.ts';
import { scanJournal } from '../../electron/jobs/scan-journal.ts';

function added(id: string, left = 0): string {
  const job: Job = {
    ...{ id, kind: 'k', lane: 'l', input: null, notes: {}, tries: 0, createdAt: 1 },
    state: { status: 'waiting', why: 'turn', since: 1 },
  };
  return encodeRecord({ is: 'added', job, left });
}

const note = (id: string): string => encodeRecord({ is: 'note', id, key: 'n', value: 1 });
const torn = added('torn').slice(0, -1);
const bad = 'not a line of ours\n';

describe('reading a journal', () => {
  const a = added('a');
  const b = note('a');
  const pair = [added('x', 1), added('y')] as const;
  const cases: readonly (readonly [
    string,
    readonly string[],
    { lines: number; soundLength: number; lineLength?: number; damagedLines?: number },
  ])[] = [
    ['an empty one holds nothing', [], { lines: 0, soundLength: 0 }],
    ['a whole one is read to its end', [a, b], { lines: 2, soundLength: a.length + b.length }],
    ['a torn last line is ignored', [a, torn], { lines: 1, soundLength: a.length }],
    ['one that is nothing but a torn line holds nothing', [torn], { lines: 0, soundLength: 0 }],
    ['a torn tail of zeros is ignored', [a, '\0'.repeat(4096)], { lines: 1, soundLength: a.length }],
    [
      'a damaged last line is ignored',
      [a, bad],
      { lines: 1, soundLength: a.length, lineLength: a.length + bad.length },
    ],
    [
      'a damaged line in the middle is counted, the rest is read',
      [a, bad, b],
      { lines: 2, soundLength: a.length + bad.length + b.length, damagedLines: 1 },
    ],
    [
      'of several damaged lines at the end only the last is ignored',
      [a, bad, bad],
      { lines: 1, soundLength: a.length, lineLength: a.length + 2 * bad.length, damagedLines: 1 },
    ],
    [
      'a damaged line before a torn one is counted',
      [a, bad, torn],
      { lines: 1, soundLength: a.length, lineLength: a.length + bad.length, damagedLines: 1 },
    ],
    [
      'a whole add is read',
      [a, ...pair],
      { lines: 3, soundLength: a.length + pair[0].length + pair[1].length },
    ],
    ['an add that is not all there is ignored', [a, pair[0]], { lines: 1, soundLength: a.length }],
    ['an add with a torn last line is ignored', [a, pair[0], torn], { lines: 1, soundLength: a.length }],
    [
      'an add whose last line is damaged keeps its other jobs, because it may have been flushed',
      [a, pair[0], bad],
      {
        lines: 2,
        soundLength: a.length + pair[0].length,
        lineLength: a.length + pair[0].length + bad.length,
      },
    ],
  ];
  test.each(cases)('%s', async (_, parts, expected) => {
    const scan = await scanJournal(Buffer.from(parts.join('')));
    expect({ ...scan, lines: scan.lines.length }).toEqual({
      lineLength: expected.soundLength,
      damagedLines: 0,
      ...expected,
    });
  });
});
