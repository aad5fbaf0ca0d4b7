import { describe, expect, test } from 'vitest';
import { createJournalWriter, type JournalWriter } from '../../electron/jobs/journal-writer.ts';
import { createMemoryDisk, type DiskCall, type MemoryDisk } from './memory-disk.ts';

async function openWriter(
  content = '',
  length = content.length,
): Promise<{ readonly disk: MemoryDisk; readonly writer: JournalWriter; readonly text: () => string }> {
  const disk = createMemoryDisk(new Map([['j', Buffer.from(content)]]));
  const writer = createJournalWriter({ file: await disk.open('j'), length });
  return { disk, writer, text: () => disk.files.get('j')?.toString() ?? '' };
}

/** Fails the nth call of this kind, counted from 1. */
function failNth(disk: MemoryDisk, call: DiskCall, ...which: readonly number[]): void {
  const before = disk.count(call);
  disk.isFull = (now) => now === call && which.includes(disk.count(call) - before);
}

const flush = { flush: true };

describe('writing the journal', () => {
  test('answers only when the line would survive a power cut', async () => {
    const { disk, writer } = await openWriter();
    expect(await writer.append('a\n', flush)).toEqual({ ok: true, value: undefined });
    expect(disk.durable.get('j')?.toString()).toBe('a\n');
  });

  test('a thousand writers at once share one write and one flush, in the order of asking', async () => {
    const { disk, writer, text } = await openWriter();
    const lines = Array.from({ length: 1_000 }, (_, i) => `${i}\n`);
    await Promise.all(lines.map((line) => writer.append(line, flush)));
    expect([disk.count('write'), disk.count('flush')]).toEqual([1, 1]);
    expect(text()).toBe(lines.join(''));
  });

  test('writers that come during a flush share the next', async () => {
    const { disk, writer, text } = await openWriter();
    const first = writer.append('a\n', flush);
    while (disk.count('write') === 0) await Promise.resolve();
    const later = ['b\n', 'c\n', 'd\n'].map((line) => writer.append(line, flush));
    await Promise.all([first, ...later]);
    expect([disk.count('write'), disk.count('flush')]).toEqual([2, 2]);
    expect(text()).toBe('a\nb\nc\nd\n');
  });

  test('a line that needs no flush causes none', async () => {
    const { disk, writer } = await openWriter();
    await writer.append('a\n', { flush: false });
    expect([disk.count('write'), disk.count('flush')]).toEqual([1, 0]);
  });

  test('what lies behind the sound part is cut away before the first line', async () => {
    const { writer, text } = await openWriter('sound\ntor', 6);
    await writer.append('a\n', flush);
    expect(text()).toBe('sound\na\n');
  });

  test('closing writes and flushes what was asked before, and refuses what comes after', async () => {
    const { disk, writer, text } = await openWriter();
    void writer.append('a\n', { flush: false });
    await Promise.all([writer.close(), writer.close()]);
    expect(disk.durable.get('j')?.toString()).toBe('a\n');
    expect(await writer.append('b\n', flush)).toMatchObject({
      ok: false,
      fault: { code: 'journal-not-written' },
    });
    expect(text()).toBe('a\n');
    expect(disk.count('close')).toBe(1);
  });
});

describe('on a full disk', () => {
  test.each(['write', 'flush'] as const)(
    'a failed %s is answered and leaves nothing behind',
    async (call) => {
      const { disk, writer, text } = await openWriter();
      await writer.append('a\n', flush);
      failNth(disk, call, 1);
      const [one, two] = await Promise.all([writer.append('lost\n', flush), writer.append('too\n', flush)]);
      expect(one).toEqual({ ok: false, fault: { code: 'journal-not-written', detail: 'ENOSPC' } });
      expect(two).toEqual(one);
      expect(text()).toBe('a\n');
      expect(await writer.append('b\n', flush)).toMatchObject({ ok: true });
      expect(text()).toBe('a\nb\n');
    },
  );

  test('half a line that could not be cut away at once is cut away before the next', async () => {
    const { disk, writer, text } = await openWriter();
    await writer.append('a\n', flush);
    disk.isFull = (call) => call === 'write' || call === 'truncate';
    expect(await writer.append('lost\n', flush)).toMatchObject({ ok: false });
    expect(text()).toBe('a\nlo');
    expect(await writer.append('lost too\n', flush)).toMatchObject({ ok: false });
    disk.isFull = () => false;
    expect(await writer.append('b\n', flush)).toMatchObject({ ok: true });
    expect(text()).toBe('a\nb\n');
  });
});
