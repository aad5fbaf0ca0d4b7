import { describe, expect, it, test } from 'vitest';
import { progressOf, tellOfBatches } from '../../../electron/boot/desk/batch-news.ts';
import { endWords, heldWords } from '../../../electron/boot/desk/news-words.ts';
import { createEmitter } from '../../../electron/boot/emitter.ts';
import type { BatchView } from '../../../electron/contract/calls.ts';
import type { Attention, WorkProgress } from '../../../electron/contract/desktop.ts';
import { DEFAULT_SETTINGS } from '../../../electron/library/settings.ts';
import { batch } from '../../renderer/examples.ts';

const held = {
  ...{ status: 'waiting', why: 'credits', since: 1 },
  fault: { code: 'out-of-credits' },
} as const satisfies BatchView['held'];

/** A desktop that writes down what it is asked, and a person who looks at this window or does not. */
function desktop({ isInFront = false, isShown = true, notifyBatches = true } = {}) {
  const told: string[] = [];
  const clicks: (() => void)[] = [];
  const progress: (WorkProgress | null)[] = [];
  const badges: number[] = [];
  const shown: string[] = [];
  const attention: Attention = {
    notify({ title, body }, onClick) {
      told.push(`${title}: ${body}`);
      clicks.push(onClick);
    },
    showProgress: (next) => void progress.push(next),
    showBadge: (count) => void badges.push(count),
    isInFront: () => isInFront,
    bringToFront: () => void shown.push('front'),
  };
  const events = createEmitter();
  events.listen((name, value) => {
    if (name === 'batch.show') shown.push((value as { id: string }).id);
  });
  const news = tellOfBatches({
    ...{ attention, events, batches: { list: () => [] } },
    settings: { get: () => ({ ...DEFAULT_SETTINGS, notifyBatches }) },
    isPaused: () => false,
    isShown: () => isShown,
  });
  const change = (counts: Partial<BatchView['counts']>, more: Partial<Omit<BatchView, 'counts'>> = {}) =>
    events.emit('batch.changed', batch('b', { name: 'A letter', counts, ...more }));
  return { told, clicks, progress, badges, shown, news, change, events };
}

describe('a batch that ends while nobody looks', () => {
  it('is told once, counts at the icon until the window is looked at, and comes up at a click', () => {
    const { told, clicks, badges, shown, news, change } = desktop();
    change({ waiting: 3 });
    change({ waiting: 1, done: 2 });
    change({ done: 3 });
    change({ done: 3 });
    expect(told).toEqual(['A letter: All 3 lines are spoken.']);
    expect(badges).toEqual([1]);
    clicks[0]?.();
    expect(shown).toEqual(['front', 'b']);
    news.looked();
    news.looked();
    expect(badges).toEqual([1, 0]);
  });

  it('is told with what it needs', () => {
    const { told, change } = desktop();
    change({ waiting: 3 });
    change({ done: 1, failed: 2 });
    expect(told).toEqual(['A letter: 1 of 3 lines are spoken. 2 need you.']);
  });

  it('is not told where a person canceled it, or it was over before', () => {
    const { told, change } = desktop();
    change({ done: 3 });
    change({ waiting: 1, done: 2 });
    change({ canceled: 1, done: 2 });
    expect(told).toEqual([]);
  });
});

describe('a batch that waits for a person', () => {
  it('is told once, with what is left', () => {
    const { told, change } = desktop();
    change({ waiting: 3 });
    change({ waiting: 3 }, { held });
    change({ waiting: 3 }, { held });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^A letter: .* 3 lines are left\.$/);
  });
});

test.each([
  [{ isInFront: true, isShown: true }, 0, 0],
  [{ isInFront: true, isShown: false }, 1, 0],
  [{ isInFront: false, isShown: true }, 1, 1],
  [{ isInFront: false, notifyBatches: false }, 0, 1],
])('with %j there are %i notifications and %i at the icon', (how, notices, badge) => {
  const { told, badges, change } = desktop(how);
  change({ waiting: 1 });
  change({ done: 1 });
  expect([told.length, badges.length]).toEqual([notices, badge]);
});

test('the taskbar shows how far it is, told only where that changes, and nothing when it is over', () => {
  const { progress, change, events } = desktop();
  change({ waiting: 4 });
  change({ waiting: 4 });
  change({ waiting: 3, done: 1 });
  change({ waiting: 3, done: 1 }, { held });
  events.emit('batch.gone', { id: 'b' });
  expect(progress).toEqual([
    { share: 0, look: 'going' },
    { share: 0.25, look: 'going' },
    { share: 0.25, look: 'stuck' },
    null,
  ]);
});

test('batches that are over do not count for those under way; a paused queue looks paused', () => {
  const open = [batch('a', { counts: { done: 90 } }), batch('b', { counts: { done: 5, waiting: 5 } })];
  expect(progressOf(open, true)).toEqual({ share: 0.5, look: 'paused' });
});

test.each([
  [{ done: 1 }, 'It is spoken.'],
  [{ done: 1200 }, 'All 1,200 lines are spoken.'],
  [{ done: 1, failed: 1 }, '1 of 2 lines are spoken. 1 needs you.'],
])('%j reads “%s”', (counts, words) => {
  expect(endWords(batch('b', { counts }))).toBe(words);
});

test('what is left is told in full', () => {
  expect(heldWords(batch('b', { counts: { waiting: 1 }, held }))).toMatch(/ 1 line is left\.$/);
});
