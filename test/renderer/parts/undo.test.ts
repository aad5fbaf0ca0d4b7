import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { UNDO_MS } from '../../../electron/recording/take.ts';
import { createUndoBar } from '../../../renderer/parts/undo.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an offer stands for ten seconds, then is gone', () => {
  const bar = createUndoBar();
  bar.offer({ words: 'Clip discarded.', undo: () => undefined });
  vi.advanceTimersByTime(UNDO_MS - 1);
  expect(bar.read()?.words).toBe('Clip discarded.');
  vi.advanceTimersByTime(1);
  expect(bar.read()).toBeNull();
});

test('a newer offer has its own ten seconds', () => {
  const bar = createUndoBar();
  bar.offer({ words: 'first', undo: () => undefined });
  vi.advanceTimersByTime(9_000);
  bar.offer({ words: 'second', undo: () => undefined });
  vi.advanceTimersByTime(9_000);
  expect(bar.read()?.words).toBe('second');
});

test('taking back undoes once and closes the bar', () => {
  const bar = createUndoBar();
  let undone = 0;
  bar.offer({ words: 'x', undo: () => undone++ });
  bar.takeBack();
  bar.takeBack();
  expect(undone).toBe(1);
  expect(bar.read()).toBeNull();
});

test('putting the bar away undoes nothing', () => {
  const bar = createUndoBar();
  let undone = 0;
  bar.offer({ words: 'x', undo: () => undone++ });
  bar.dismiss();
  vi.advanceTimersByTime(UNDO_MS * 2);
  expect(undone).toBe(0);
});
