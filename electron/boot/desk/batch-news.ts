import type { BatchView } from '../../contract/calls.ts';
import type { Attention, WorkProgress } from '../../contract/desktop.ts';
import type { SettingsShelf } from '../../library/settings-shelf.ts';
import type { Emitter } from '../emitter.ts';
import { endWords, heldWords } from './news-words.ts';

export interface BatchNewsParts {
  readonly attention: Attention;
  readonly events: Emitter;
  readonly settings: Pick<SettingsShelf, 'get'>;
  readonly batches: { list(): readonly BatchView[] };
  readonly isPaused: () => boolean;
  /** Whether the batches are what the window shows. */
  readonly isShown: () => boolean;
}

export interface BatchNews {
  /** A person looks at the window: what is new there is no news any more. */
  looked(): void;
  close(): void;
}

/**
 * Tells a person elsewhere how far the batches are: at the taskbar or dock while they are spoken, as a notification when
 * one ends or waits for a person, as a figure at the icon how many did since the window was looked at. A click shows it.
 */
export function tellOfBatches(parts: BatchNewsParts): BatchNews {
  const { attention, events, settings, batches, isPaused, isShown } = parts;
  const known = new Map(batches.list().map((batch) => [batch.id, batch]));
  let news = 0;
  let shown: WorkProgress | null = null;

  function tell({ id, name }: BatchView, body: string): void {
    const isInFront = attention.isInFront();
    if (!isInFront) attention.showBadge(++news);
    if (!settings.get().notifyBatches || (isInFront && isShown())) return;
    attention.notify({ title: name, body }, () => {
      attention.bringToFront();
      events.emit('batch.show', { id });
    });
  }

  function showProgress(): void {
    const next = progressOf([...known.values()], isPaused());
    if (JSON.stringify(next) === JSON.stringify(shown)) return;
    shown = next;
    attention.showProgress(next);
  }

  function follow(batch: BatchView): void {
    const before = known.get(batch.id);
    known.set(batch.id, batch);
    if (before && isOpen(before) && !isOpen(batch) && !isCanceled(batch)) tell(batch, endWords(batch));
    else if (isOpen(batch) && isStuck(batch) && !(before && isStuck(before))) tell(batch, heldWords(batch));
    showProgress();
  }

  const stop = events.listen((name, value) => {
    if (name === 'batch.changed') follow(value as BatchView);
    if (name === 'batch.gone') known.delete((value as { id: string }).id);
    if (name === 'batch.gone' || name === 'queue.changed') showProgress();
  });
  showProgress();
  return {
    looked() {
      if (news > 0) attention.showBadge(0);
      news = 0;
    },
    close() {
      stop();
      attention.showProgress(null);
    },
  };
}

/** How far all batches are that are not over; null where none is under way. */
export function progressOf(batches: readonly BatchView[], isPaused: boolean): WorkProgress | null {
  const open = batches.filter(isOpen);
  const lines = open.reduce((sum, batch) => sum + batch.lines, 0);
  if (lines === 0) return null;
  const left = open.reduce((sum, { counts }) => sum + counts.waiting + counts.running, 0);
  // In hundredths: the taskbar shows no more, and ten thousand lines need not tell it ten thousand times.
  const share = Math.round(((lines - left) / lines) * 100) / 100;
  return { share, look: open.some(isStuck) ? 'stuck' : isPaused ? 'paused' : 'going' };
}

function isOpen({ counts }: BatchView): boolean {
  return counts.waiting + counts.running > 0;
}

/** It was a person who ended it. */
function isCanceled({ counts }: BatchView): boolean {
  return counts.canceled > 0 && counts.failed === 0;
}

/** It goes on only when a person does something. */
function isStuck({ held }: BatchView): boolean {
  return held?.why === 'credits';
}
