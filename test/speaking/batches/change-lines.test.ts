import { describe, expect, it } from 'vitest';
import type { BatchLine } from '../../../electron/speaking/batches/batch.ts';
import { changeLines, type LinesChange } from '../../../electron/speaking/batches/change-lines.ts';

/** `a0` is line a of row 0. */
function lines(...names: readonly string[]): readonly BatchLine[] {
  return names.map((name, i) => ({
    ...{ id: name[0] ?? '', text: `Line ${name[0]}.`, row: Number(name[1]) },
    end: names[i + 1]?.[1] === name[1] ? 'sentence' : 'paragraph',
  }));
}

function changed(before: readonly BatchLine[], change: LinesChange): readonly BatchLine[] {
  let made = 0;
  const result = changeLines(before, change, {
    batchVoiceId: 'v',
    rulesOf: () => ({ limit: 40, language: 'en' }),
    newId: () => 'xyz'[made++] ?? '',
  });
  if (!result.ok) throw new Error(result.fault.code);
  return result.value;
}

const BOOK = lines('a0', 'b0', 'c1', 'd2', 'e2', 'f2');
/** Where lines are: names with their rows; a full stop behind those that end a paragraph. */
const seats = (all: readonly BatchLine[]) =>
  all.map(({ id, row, end }) => `${id}${row}${end === 'paragraph' ? '.' : ''}`).join(' ');

describe('where lines lie after a change', () => {
  it.each<[string, LinesChange, string]>([
    ['a new line between two of a row joins it', insert('b'), 'a0 x0 b0. c1. d2 e2 f2.'],
    ['a new line between rows is a row of its own', insert('c'), 'a0 b0. x3. c1. d2 e2 f2.'],
    ['a new line at the end', insert(null), 'a0 b0. c1. d2 e2 f2. x3.'],
    ['a whole row that moves stays a row', move(['a', 'b'], 'd'), 'c1. a0 b0. d2 e2 f2.'],
    ['a part of a row that moves becomes a row', move(['a'], 'd'), 'b0. c1. a3. d2 e2 f2.'],
    ['a line put inside a row joins it', move(['c'], 'e'), 'a0 b0. d2 c2 e2 f2.'],
    ['within a row nothing but the order changes', move(['f'], 'e'), 'a0 b0. c1. d2 f2 e2.'],
    ['the last of a row ends the paragraph', { is: 'remove', lineIds: ['f'] }, 'a0 b0. c1. d2 e2.'],
    ['all can be removed', { is: 'remove', lineIds: 'all' }, ''],
  ])('%s', (_, change, after) => {
    expect(seats(changed(BOOK, change))).toBe(after);
  });

  function insert(before: string | null): LinesChange {
    return { is: 'insert', before, text: 'New.' };
  }
  function move(lineIds: readonly string[], before: string | null): LinesChange {
    return { is: 'move', lineIds, before };
  }
});

describe('a line that is changed', () => {
  it('keeps its pauses, its chapter and its file; lines beside it are the same objects', () => {
    const first: BatchLine = {
      ...{ id: 'a', text: 'One.', row: 0, end: 'paragraph', chapter: 'I', fileName: 'one' },
      ...{ pauseBeforeMs: 100, pauseAfterMs: 200 },
    };
    const before = [first, ...lines('b1')];
    const after = changed(before, { is: 'edit', lineIds: ['a'], text: 'Two. [pause 1s]' });
    expect(after).toEqual([{ ...first, text: 'Two.', pauseAfterMs: 1000 }, before[1]]);
    expect(after[1]).toBe(before[1]);
  });

  it('is split where it is too long, its pauses at its two ends', () => {
    const before = lines('a0').map((line) => ({ ...line, pauseBeforeMs: 100, pauseAfterMs: 200 }));
    const text = 'This is the first sentence of two. And this is the second one.';
    expect(changed(before, { is: 'edit', lineIds: ['a'], text, speed: 2 })).toEqual([
      {
        ...{ id: 'a', text: 'This is the first sentence of two.', row: 0, end: 'sentence' },
        ...{ speed: 2, pauseBeforeMs: 100 },
      },
      {
        ...{ id: 'x', text: 'And this is the second one.', row: 0, end: 'paragraph' },
        ...{ speed: 2, pauseAfterMs: 200 },
      },
    ]);
  });

  it('forgets how it was to be said when its words become others', () => {
    const said = changed(lines('a0'), { is: 'edit', lineIds: ['a'], spokenAs: ' lyne ' });
    expect(said).toMatchObject([{ text: 'Line a.', spokenAs: 'lyne', sent: 'lyne' }]);
    const [voiced] = changed(said, { is: 'edit', lineIds: ['a'], voiceId: 'w' });
    expect(voiced).toMatchObject({ voiceId: 'w', spokenAs: 'lyne', sent: 'lyne' });
    expect(changed(said, { is: 'edit', lineIds: ['a'], text: 'Other.' })[0]).not.toHaveProperty('spokenAs');
  });
});
