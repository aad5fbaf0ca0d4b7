import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Job, JobState } from '../../electron/jobs/job.ts';
import { nodeDisk } from '../../electron/jobs/journal-file.ts';
import { encodeRecord, type JournalRecord } from '../../electron/jobs/journal-record.ts';
import { type JournalDamage, type OpenJournal, openJournal } from '../../electron/jobs/open-journal.ts';
import { createMemoryDisk, type MemoryDisk } from './memory-disk.ts';
import { journalPath } from './play-runner.ts';

const waiting: JobState = { status: 'waiting', why: 'turn', since: 1 };

function jobOf(id: string, more: Partial<Job> = {}): Job {
  return {
    ...{ id, kind: 'k', lane: 'l', input: null, notes: {}, tries: 0, createdAt: 1, state: waiting },
    ...more,
  };
}

const added = (id: string, more: Partial<Job> = {}): string =>
  encodeRecord({ is: 'added', job: jobOf(id, more), left: 0 });
const noted = (id: string, key: string, value: string): string =>
  encodeRecord({ is: 'note', id, key, value });
const stated = (id: string, state: JobState, tries = 0): string =>
  encodeRecord({ is: 'state', id, state, tries });
const done: JobState = { status: 'done', at: 5, result: 'x' };

function diskWith(...lines: readonly string[]): MemoryDisk {
  return createMemoryDisk(new Map([[journalPath, Buffer.from(lines.join(''))]]));
}

const text = (disk: MemoryDisk): string => disk.files.get(journalPath)?.toString() ?? '';

async function open(disk: MemoryDisk): Promise<OpenJournal & { readonly damage: readonly JournalDamage[] }> {
  const damage: JournalDamage[] = [];
  const now = (): number => Date.UTC(2026, 0, 2, 3, 4, 5, 678);
  const opened = await openJournal({ folder: '/jobs', disk, now, onDamage: (one) => damage.push(one) });
  if (!opened.ok) throw new Error(opened.fault.detail);
  return { ...opened.value, damage };
}

describe('what the journal says', () => {
  test('jobs come in the order they were asked, each as it was last written', async () => {
    const { jobs } = await open(
      diskWith(added('b'), added('a'), noted('b', 'n', '1'), stated('a', done, 3), noted('b', 'n', '2')),
    );
    expect(jobs).toEqual([jobOf('b', { notes: { n: '2' } }), jobOf('a', { state: done, tries: 3 })]);
  });

  test('a retried job waits again without the notes it was to forget', async () => {
    const lines = [added('a', { tries: 4 }), noted('a', 'x', '1'), noted('a', 'y', '1'), stated('a', done)];
    const { jobs } = await open(
      diskWith(...lines, encodeRecord({ is: 'retried', id: 'a', at: 9, forget: ['x'] })),
    );
    expect(jobs).toEqual([jobOf('a', { notes: { y: '1' }, state: { ...waiting, since: 9 } as JobState })]);
  });

  test('forgotten jobs are gone, and may be asked again under the same id', async () => {
    const gone = encodeRecord({ is: 'forgotten', ids: ['a', 'b'] });
    const { jobs } = await open(
      diskWith(added('a'), added('b'), added('c'), gone, noted('a', 'n', '1'), added('b')),
    );
    expect(jobs.map((job) => job.id)).toEqual(['c', 'b']);
  });

  test('a note may have any name', async () => {
    const { jobs } = await open(diskWith(added('a'), noted('a', '__proto__', 'safe')));
    expect(Object.entries(jobs[0]?.notes ?? {})).toEqual([['__proto__', 'safe']]);
  });
});

describe('a line of a newer version', () => {
  const foreign = encodeRecord({ is: 'paused', id: 'a', by: 'someone' } as unknown as JournalRecord);

  test('marks its job as beyond this version', async () => {
    const { jobs, beyondUs } = await open(diskWith(added('a'), foreign, added('b')));
    expect(jobs).toHaveLength(2);
    expect([...beyondUs]).toEqual(['a']);
  });

  test('is gone with its job', async () => {
    const gone = encodeRecord({ is: 'forgotten', ids: ['a'] });
    expect((await open(diskWith(added('a'), foreign, gone))).beyondUs.size).toBe(0);
  });

  test('outlives a rewriting', async () => {
    const disk = diskWith(added('a'), foreign, 'damaged\n', added('b'));
    await open(disk);
    expect(text(disk)).toBe(added('a') + added('b') + foreign);
    expect([...(await open(disk)).beyondUs]).toEqual(['a']);
  });
});

describe('a damaged journal', () => {
  const lines = [added('a'), noted('a', 'n', '1'), 'damaged\n', added('b')];

  test('is set aside as a copy; everything readable goes on', async () => {
    const disk = diskWith(...lines);
    const { jobs, damage } = await open(disk);
    const copy = 'journal-damaged-2026-01-02T03-04-05-678Z.jsonl';
    expect(damage).toEqual([{ lines: 1, copy }]);
    expect(disk.files.get(`/jobs/${copy}`)?.toString()).toBe(lines.join(''));
    expect(jobs).toEqual([jobOf('a', { notes: { n: '1' } }), jobOf('b')]);
  });

  test('is reported once', async () => {
    const disk = diskWith(...lines);
    await open(disk);
    expect((await open(disk)).damage).toEqual([]);
  });

  test('is left as it is when the disk is full', async () => {
    const disk = diskWith(...lines, 'damaged\n', 'tor');
    disk.isFull = (call) => call === 'replace';
    const { writer, damage, jobs } = await open(disk);
    expect(damage).toEqual([{ lines: 2 }]);
    expect(jobs).toHaveLength(2);
    disk.isFull = () => false;
    await writer.append(added('c'), { flush: true });
    expect(text(disk)).toBe(`${lines.join('')}damaged\n${added('c')}`);
  });
});

describe('a journal that has outgrown its jobs', () => {
  const long = 'x'.repeat(30_000);
  /** One job whose states fill more than a megabyte. */
  const grown = (): readonly string[] => [
    added('a'),
    ...Array.from({ length: 50 }, (_, i) =>
      stated('a', {
        status: 'waiting',
        why: 'network',
        since: i,
        retryAt: i,
        fault: { code: 'offline', detail: long },
      }),
    ),
    stated('a', done),
    added('b'),
  ];

  test('is rewritten as one line a job, in order', async () => {
    const disk = diskWith(...grown(), 'tor');
    const { jobs } = await open(disk);
    expect(text(disk)).toBe(added('a', { state: done }) + added('b'));
    expect(jobs).toEqual((await open(disk)).jobs);
  });

  test('stays in use when the disk has no room for the new one', async () => {
    const disk = diskWith(...grown());
    disk.isFull = (call) => call === 'replace';
    const { jobs, writer } = await open(disk);
    expect(jobs).toHaveLength(2);
    await writer.append(added('c'), { flush: true });
    expect(text(disk)).toBe(grown().join('') + added('c'));
  });

  test('is not opened when nobody knows whether the new one will survive', async () => {
    const disk = diskWith(...grown());
    const { replace } = disk;
    disk.replace = async (path, bytes) => {
      await replace(path, bytes);
      throw new Error('the folder could not be flushed');
    };
    const opened = await openJournal({ folder: '/jobs', disk, now: Date.now });
    expect(opened).toMatchObject({ ok: false, fault: { code: 'journal-not-written' } });
  });

  test.each([
    ['small', [added('a'), ...Array.from({ length: 500 }, () => stated('a', done))]],
    ['needed', Array.from({ length: 40 }, (_, i) => added(`${i}`, { input: long }))],
  ])('is left alone when it is %s', async (_, lines) => {
    const disk = diskWith(...lines);
    await open(disk);
    expect(disk.count('replace')).toBe(0);
  });
});

describe('on a real disk', () => {
  let folder = '';
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'timbre-journal-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  test('a rewriting that was killed halfway leaves the old journal, and its leavings are cleared away', async () => {
    await writeFile(join(folder, 'journal.jsonl'), added('a'));
    await writeFile(join(folder, 'journal.jsonl.new'), added('b').slice(0, 40));
    const opened = await openJournal({ folder, disk: nodeDisk, now: Date.now });
    expect(opened).toMatchObject({ ok: true, value: { jobs: [{ id: 'a' }] } });
    expect(await readdir(folder)).toEqual(['journal.jsonl']);
    if (opened.ok) await opened.value.writer.close();
  });

  test('a missing folder is made, and what is written is there', async () => {
    const inner = join(folder, 'one', 'two');
    const opened = await openJournal({ folder: inner, disk: nodeDisk, now: Date.now });
    if (!opened.ok) throw new Error(opened.fault.detail);
    await opened.value.writer.append(added('a'), { flush: true });
    await opened.value.writer.close();
    expect(await readFile(join(inner, 'journal.jsonl'), 'utf8')).toBe(added('a'));
  });

  test('a folder that cannot be made is a failure without its path', async () => {
    await writeFile(join(folder, 'file'), '');
    const opened = await openJournal({ folder: join(folder, 'file', 'jobs'), disk: nodeDisk, now: Date.now });
    expect(opened).toEqual({ ok: false, fault: { code: 'journal-not-written', detail: 'ENOTDIR' } });
  });

  test('a file put in the place of another holds all of it', async () => {
    const path = join(folder, 'f');
    await nodeDisk.replace(path, Buffer.from('a long first content'));
    await nodeDisk.replace(path, Buffer.from('short'));
    expect(await readFile(path, 'utf8')).toBe('short');
    expect(await readdir(folder)).toEqual(['f']);
  });
});
