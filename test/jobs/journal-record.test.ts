import { describe, expect, test } from 'vitest';
import type { Job } from '../../electron/jobs/job.ts';
import { decodeLine, encodeRecord, type JournalRecord } from '../../electron/jobs/journal-record.ts';

const job: Job = {
  id: 'a',
  kind: 'clip',
  lane: 'l',
  input: { text: 'Zwölf Boxkämpfer\n– „jagen“ 🥊' },
  notes: { paid: true },
  tries: 1,
  createdAt: 5,
  state: { status: 'waiting', why: 'turn', since: 5 },
};

const records: readonly JournalRecord[] = [
  { is: 'added', job, left: 3 },
  { is: 'state', id: 'a', state: { status: 'done', at: 9, result: [1, null] }, tries: 0 },
  { is: 'state', id: 'a', state: { status: 'failed', at: 9, fault: { code: 'x' } }, tries: 0 },
  { is: 'note', id: 'a', key: '__proto__', value: { deep: [{}] } },
  { is: 'retried', id: 'a', at: 7, forget: ['paid'] },
  { is: 'forgotten', ids: ['a', 'b'] },
];

const bare = (line: string): Buffer => Buffer.from(line.slice(0, -1));

/** A sound line with whatever content. */
function soundLine(content: object): Buffer {
  const line = encodeRecord(content as JournalRecord);
  return bare(line);
}

describe('a line of the journal', () => {
  test.each(records)('holds a record of the kind $is and gives it back', (record) => {
    const line = encodeRecord(record);
    expect(line.indexOf('\n')).toBe(line.length - 1);
    expect(JSON.parse(line)).toMatchObject({ v: 1, is: record.is });
    expect(decodeLine(bare(line))).toMatchObject({ is: 'record', record });
  });

  test('is found damaged when any one of its bits is another', () => {
    const line = bare(encodeRecord({ is: 'note', id: 'a', key: 'paid', value: 'é' }));
    const missed: string[] = [];
    for (let bit = 0; bit < line.length * 8; bit += 1) {
      const other = Buffer.from(line);
      other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if (decodeLine(other).is !== 'damaged') missed.push(`bit ${bit}`);
    }
    expect(missed).toEqual([]);
  });

  test.each(['', 'hello', '{}', '{"crc":"00000000",', '\0'.repeat(80)])(
    'is damaged when it reads %j',
    (text) => {
      expect(decodeLine(Buffer.from(text))).toEqual({ is: 'damaged' });
    },
  );
});

describe('a sound line that this version does not understand is kept as it is', () => {
  const foreign: readonly (readonly [string, object])[] = [
    ['an unknown kind of record', { is: 'shared', id: 'a' }],
    ['an unknown state', { is: 'state', id: 'a', tries: 0, state: { status: 'paused', since: 1 } }],
    ['a state without its time', { is: 'state', id: 'a', tries: 0, state: { status: 'running' } }],
    ['a note without a value', { is: 'note', id: 'a', key: 'k' }],
  ];
  test.each(foreign)('%s', (_, content) => {
    const line = soundLine(content);
    expect(decodeLine(line)).toEqual({ is: 'foreign', id: 'a', text: line.toString() });
  });

  test('a newer version', async () => {
    const { crc32 } = await import('node:zlib');
    const body = '"v":2,"is":"note","id":"a","key":"k","value":1}';
    const line = Buffer.from(`{"crc":"${crc32(body).toString(16).padStart(8, '0')}",${body}`);
    expect(decodeLine(line)).toMatchObject({ is: 'foreign', id: 'a' });
  });
});
