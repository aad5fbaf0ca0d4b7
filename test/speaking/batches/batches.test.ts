import { describe, expect, it } from 'vitest';
import type { Job, JobState } from '../../../electron/jobs/job.ts';
import type { BatchLine } from '../../../electron/speaking/batches/batch.ts';
import { exportItems } from '../../../electron/speaking/batches/export-items.ts';
import { createLineBook } from '../../../electron/speaking/batches/line-book.ts';
import { makeLines } from '../../../electron/speaking/batches/make-lines.ts';
import type { Clip } from '../../../electron/speaking/clip.ts';

const clip = (text: string): Clip => ({
  ...{ id: text, jobId: 'j', voiceId: 'v', voiceName: 'Ada', server: 'local', text, speed: 1 },
  ...{ createdAt: 5, sampleRate: 8000, samples: 1, stock: 'slt', state: { status: 'kept' } },
});

describe('the lines of a batch', () => {
  it('are the sentences of its rows, with pauses, voices and what is sent', async () => {
    const made = await makeLines(
      [
        { text: '[pause 1s] SQL is here. [pause 500ms] Yes.', chapter: 'One' },
        { text: '…' },
        { text: 'SQL?', voice: 'Bob', fileName: 'hi' },
      ],
      {
        rulesOf: (voiceId) => ({
          ...{ limit: 100, language: 'en' },
          pronunciations: [{ word: 'sql', spoken: voiceId === undefined ? 'sequel' : 'S Q L' }],
        }),
        voiceOf: (name) => `id of ${name}`,
        speedOf: (voiceId) => (voiceId === undefined ? undefined : 1.5),
      },
    );
    expect(made.ok && made.value).toEqual([
      {
        ...{
          id: '0',
          text: 'SQL is here.',
          sent: 'sequel is here.',
          row: 0,
          end: 'paragraph',
          chapter: 'One',
        },
        ...{ pauseBeforeMs: 1000, pauseAfterMs: 500 },
      },
      { id: '1', text: 'Yes.', row: 0, end: 'paragraph', chapter: 'One' },
      {
        ...{ id: '2', text: 'SQL?', sent: 'S Q L?', row: 1, end: 'paragraph' },
        ...{ voiceId: 'id of Bob', speed: 1.5, fileName: 'hi' },
      },
    ]);
    const rules = { rulesOf: () => ({ limit: 100 }), voiceOf: () => undefined, speedOf: () => undefined };
    expect(await makeLines([{ text: '…' }], rules)).toMatchObject({ fault: { code: 'text-empty' } });
  });
});

describe('the book of lines', () => {
  const line = { batchId: 'b', lineId: '0' };
  const job = (id: string, createdAt: number, state: JobState): Job => ({
    ...{ id, kind: 'speak', lane: 'l', input: { line }, notes: {}, tries: 0, createdAt, state },
  });
  const waiting: JobState = { status: 'waiting', why: 'turn', since: 1 };
  const done = (clipId: string): JobState => ({ status: 'done', at: 1, result: { clipId } });

  it('follows the newest job of a line and keeps the clip until there is another', () => {
    const book = createLineBook();
    book.follow(job('a', 1, waiting));
    expect(book.counts('b')).toMatchObject({ waiting: 1, done: 0 });
    book.follow(job('a', 1, done('clip-a')));
    expect(book.follow(job('c', 2, waiting))).toEqual(line);
    expect(book.progress(line)).toMatchObject({ jobId: 'c', status: 'waiting', clipId: 'clip-a' });
    expect(book.follow(job('a', 1, { status: 'canceled', at: 3 }))).toBeUndefined();
    book.follow(job('c', 2, done('clip-c')));
    expect(book.progress(line)).toMatchObject({ clipId: 'clip-c' });
    expect(book.counts('b')).toEqual({ waiting: 0, running: 0, done: 1, failed: 0, canceled: 0 });
    expect([book.jobs('b', ['done']), book.allJobs('b')]).toEqual([['c'], ['a', 'c']]);
    book.drop('b');
    expect(book.progress(line)).toBeUndefined();
  });

  it('knows by its clip what was spoken, and does not take for newest what was asked before but spoken late', () => {
    const book = createLineBook();
    const spoken = (id: string, askedAt: number, createdAt: number) =>
      book.spoken({ ...clip('x'), id, jobId: `of-${id}`, createdAt, line: { ...line, askedAt } });
    spoken('redone', 5, 6);
    spoken('late', 1, 9);
    expect(book.progress(line)).toMatchObject({ jobId: 'of-redone', status: 'done', clipId: 'redone' });
    expect(book.counts('b')).toMatchObject({ done: 1 });
    book.follow(job('of-redone', 5, waiting));
    expect(book.counts('b')).toMatchObject({ done: 0, waiting: 1 });
    book.forgotten('b', ['of-redone']);
    expect([book.allJobs('b'), book.progress(line)?.clipId]).toEqual([[], 'redone']);
  });

  it('leaves out jobs that are no lines', () => {
    expect(createLineBook().follow({ ...job('a', 1, waiting), input: { text: 'Hi' } })).toBeUndefined();
  });
});

describe('what is exported of a batch', () => {
  const lines: readonly BatchLine[] = [
    { id: '0', text: 'One.', row: 0, end: 'sentence', chapter: 'A', pauseBeforeMs: 200 },
    { id: '1', text: 'Two?', row: 0, end: 'sentence', chapter: 'A', pauseAfterMs: 900 },
    { id: '2', text: 'Lost.', row: 1, end: 'paragraph', chapter: 'A' },
    { id: '3', text: 'Three.', row: 1, end: 'paragraph', chapter: 'A', fileName: 'third' },
    { id: '4', text: 'Four.', row: 2, end: 'paragraph', chapter: 'B' },
  ];
  const source = {
    ...{ batch: { name: 'The sea', createdAt: Date.UTC(2026, 1, 2) }, lines },
    clipOf: ({ text }: BatchLine) => (text === 'Lost.' ? undefined : clip(text)),
    load: () => Promise.reject(new Error('not asked')),
  };
  const shape = (as: 'one' | 'rows') =>
    exportItems(source, as).map(({ parts }) =>
      parts.map((part) => (part.is === 'clip' ? `${part.text}${part.gapMs}` : part.ms)),
    );

  it('is one sound with its gaps, pauses and chapters', () => {
    expect(shape('one')).toEqual([[200, 'One.350', 'Two?0', 900, 'Three.1500', 'Four.700']]);
    expect(exportItems(source, 'one')[0]).toMatchObject({
      title: 'The sea',
      names: { n: '1', voice: 'Ada', text: 'The sea', date: '2026-02-02' },
    });
  });

  it('or one for each row that has something spoken', () => {
    expect(shape('rows')).toEqual([[200, 'One.350', 'Two?0', 900], ['Three.700'], ['Four.700']]);
    expect(exportItems(source, 'rows').map(({ names }) => [names.n, names.file, names.chapter])).toEqual([
      ['1', '', 'A'],
      ['2', 'third', 'A'],
      ['3', '', 'B'],
    ]);
  });
});
