import { expect, test } from 'vitest';
import { batchWords, leftWords } from '../../../renderer/parts/queue/batch-words.ts';
import { withPage, withProgress } from '../../../renderer/speak/batches/known-lines.ts';
import { lineWords } from '../../../renderer/speak/batches/line-words.ts';
import { documentFacts, documentVoices } from '../../../renderer/speak/document/document-words.ts';
import { exportedWords, leftOutWords } from '../../../renderer/speak/exporting/export-words.ts';
import { batch } from '../examples.ts';

const NOW = new Date(2026, 2, 3, 14, 30).getTime();
const SINCE = new Date(2026, 2, 3, 14, 5).getTime();
const TIME = new Date(SINCE).toLocaleTimeString(undefined, { hour: 'numeric', minute: '2-digit' });
const held = { status: 'waiting', why: 'network', since: SINCE } as const;

test.each([
  [{ counts: { done: 3, waiting: 9 }, held }, false, `3 of 12\u00a0· waiting for the network since ${TIME}`],
  [
    { counts: { done: 3, waiting: 9 }, held: { ...held, retryAt: NOW + 8000 } },
    false,
    `3 of 12\u00a0· waiting for the network since ${TIME} · tries again in 8\u00a0s`,
  ],
  [{ counts: { done: 3, waiting: 9 } }, false, '3 of 12\u00a0· waiting for its turn'],
  [{ counts: { done: 3, waiting: 9 } }, true, '3 of 12\u00a0· paused'],
  [{ counts: { done: 3, waiting: 8, running: 1 } }, true, '3 of 12\u00a0· speaking'],
  [{ counts: { done: 10, failed: 2 } }, false, '10 of 12\u00a0· 2 did not work'],
  [{ counts: { done: 3, canceled: 9 } }, false, '3 of 12\u00a0· canceled'],
  [{ counts: { done: 2400 } }, true, '2,400 lines'],
  [{ counts: { done: 1 } }, false, '1 line'],
])('a batch of %j, paused %s, reads “%s”', (more, isPaused, words) => {
  expect(batchWords(batch('b', more), isPaused, NOW)).toBe(words);
});

test.each([
  [{ counts: { waiting: 8, running: 1 }, leftCharacters: 1240 }, '9 lines are left, 1,240 characters.'],
  [{ counts: { waiting: 1 } }, '1 line is left.'],
])('of a batch of %j: “%s”', (more, words) => {
  expect(leftWords(batch('b', more))).toBe(words);
});

test.each([
  [['/home/maria/Music/Letter.mp3'], 'Saved as Letter.mp3 in Music.'],
  [['C:\\Music\\Letter.mp3', 'C:\\Music\\Letter.srt'], 'Saved 2 files in Music.'],
  [['/Letter.mp3'], 'Saved as Letter.mp3 in the folder you chose.'],
])('an export to %j', (paths, words) => {
  expect(exportedWords(paths)).toBe(words);
});

test.each([
  [12, 12, ''],
  [11, 12, '1 line is not spoken yet and will be left out.'],
  [3, 12, '9 lines are not spoken yet and will be left out.'],
])('an export of %i lines of %i', (done, lines, words) => {
  expect(leftOutWords({ done, lines })).toBe(words);
});

test.each([
  [[], undefined, ''],
  [['ada'], 'Ben', 'Spoken by ada.'],
  [['Ada', 'Eve'], 'Ben', 'Spoken by Ada. No voice here is called Eve: Ben speaks instead.'],
  [
    ['Eve', 'Pip', 'Joe', 'Tom', 'Kim'],
    undefined,
    'No voice here is called Eve, Pip, Joe, Tom and 1 more: the voice you choose speaks instead.',
  ],
])('a document that names %j', (named, voiceName, words) => {
  expect(documentVoices(named, { known: ['Ada', 'Ben'], voiceName })).toBe(words);
});

test('a document says what it is', () => {
  expect(documentFacts({ kind: 'csv', lines: 2400 })).toBe('Table · 2,400 rows');
  expect(documentFacts({ kind: 'srt', lines: 1 })).toBe('Subtitles · 1 cue');
  expect(documentFacts({ kind: 'epub', lines: 12 })).toBe('E-book · 12 lines');
});

test('a line that is done or failed needs no words of its own; one that waits says for what', () => {
  expect(lineWords({ status: 'done', at: 1, result: null }, 2)).toBeNull();
  expect(lineWords({ status: 'failed', at: 1, fault: { code: 'refused' } }, 2)).toBeNull();
  expect(lineWords(held, NOW)).toBe(`waiting for the network since ${TIME}`);
});

test('what changes reaches the lines that are known, and what it does not name is over', () => {
  const done = { status: 'done', at: 1, result: null } as const;
  const page = [
    { id: 'a', text: 'One.', row: 0, clipId: 'c1', doubts: ['hole'] as const },
    { id: 'b', text: 'Two.', row: 1, state: held, jobId: 'j2' },
  ];
  const known = withProgress(withPage(new Map(), 100, page), [
    { id: 'a', clipId: 'c2', seconds: 3 },
    { id: 'b', state: done, jobId: 'j2', clipId: 'c3' },
    { id: 'elsewhere', clipId: 'c9' },
  ]);
  expect([...known]).toEqual([
    [100, { id: 'a', text: 'One.', row: 0, clipId: 'c2', seconds: 3 }],
    [101, { id: 'b', text: 'Two.', row: 1, state: done, jobId: 'j2', clipId: 'c3' }],
  ]);
});
