import { expect, test } from 'vitest';
import type { Job } from '../../electron/jobs/job.ts';
import { encodeRecord } from '../../electron/jobs/journal-record.ts';
import { createJournalWriter } from '../../electron/jobs/journal-writer.ts';
import { waitingForTurn } from '../../electron/jobs/move-job.ts';
import { replayJournal } from '../../electron/jobs/replay-journal.ts';
import { scanJournal } from '../../electron/jobs/scan-journal.ts';
import { createMemoryDisk, type DiskCall, type MemoryDisk } from './memory-disk.ts';

const PATH = 'journal.jsonl';
const COUNT = 40;
/** 100 kB each: after 40 of them most of what is written says what no longer counts. */
const PADDING = 'x'.repeat(100_000);

function job(id: string): Job {
  const common = { kind: 'play', lane: 'stage', input: null, tries: 0, createdAt: 1 };
  return { id, ...common, notes: {}, state: waitingForTurn(1) };
}

/** Writes a job and the same note again and again, each time with another figure; answers what the disk holds at its end. */
async function writeOver(disk: MemoryDisk, onNote: (at: number) => void = () => undefined) {
  const writer = createJournalWriter({
    ...{ file: await disk.open(PATH), length: 0 },
    place: { disk, path: PATH },
  });
  await writer.append([Buffer.from(encodeRecord({ is: 'added', job: job('a'), left: 0 }))], { flush: true });
  const written: number[] = [];
  for (let at = 0; at < COUNT; at++) {
    onNote(at);
    const value = { at, PADDING };
    const line = encodeRecord({ is: 'note', id: 'a', key: 'n', value });
    if ((await writer.append(line, { flush: true })).ok) written.push(at);
  }
  await writer.close();
  const bytes = disk.files.get(PATH) ?? Buffer.alloc(0);
  const scan = await scanJournal(bytes);
  const { jobs } = await replayJournal(scan.lines);
  return {
    bytes: bytes.length,
    written,
    damaged: scan.damagedLines,
    note: Object(jobs[0]?.notes['n'])['at'],
  };
}

test('a journal that outgrows its jobs is shortened while it is written, and says the same', async () => {
  const disk = createMemoryDisk();
  expect(await writeOver(disk)).toMatchObject({ damaged: 0, note: COUNT - 1 });
  expect(disk.count('replace')).toBeGreaterThan(1);
  expect(disk.files.get(PATH)?.length).toBeLessThan(2_500_000);
  expect(disk.durable.get(PATH)?.equals(disk.files.get(PATH) ?? Buffer.alloc(0))).toBe(true);
});

test.each<DiskCall>(['replace', 'close', 'write', 'truncate'])(
  'where the disk refuses to %s now and then, what was taken is there all the same',
  async (call) => {
    const disk = createMemoryDisk();
    const end = await writeOver(disk, (at) => {
      disk.isFull = (now) => now === call && at % 4 < 3 && at > 2;
    });
    expect(end).toMatchObject({ damaged: 0, note: end.written.at(-1) });
  },
);

test('where the new one is in place and the disk refused to say so, that one is written on', async () => {
  const disk = createMemoryDisk();
  const { replace } = disk;
  disk.replace = async (path, bytes) => {
    await replace(path, bytes);
    throw new Error('its name is not flushed');
  };
  const end = await writeOver(disk);
  expect(end).toMatchObject({ damaged: 0, note: COUNT - 1, written: { length: COUNT } });
  expect(end.bytes).toBeLessThan(2_500_000);
});
