import { useSyncExternalStore } from 'react';
import { UNDO_MS } from '../../electron/recording/take.ts';

export interface UndoOffer {
  /** What was done: "Recording discarded." */
  readonly words: string;
  undo(): void;
}

/** The one offer to take something back; a newer one takes the place of an older. */
export interface UndoBar {
  read(): UndoOffer | null;
  offer(offer: UndoOffer): void;
  /** Takes it back and closes the bar. */
  takeBack(): void;
  dismiss(): void;
  /** Answers the undo of the subscription. */
  subscribe(listener: () => void): () => void;
}

/** Makes a bar that closes by itself after `UNDO_MS`. */
export function createUndoBar(): UndoBar {
  let current: UndoOffer | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();

  function show(next: UndoOffer | null): void {
    clearTimeout(timer);
    current = next;
    if (next !== null) timer = setTimeout(() => show(null), UNDO_MS);
    for (const listener of listeners) listener();
  }

  return {
    read: () => current,
    offer: show,
    takeBack() {
      const offer = current;
      show(null);
      offer?.undo();
    },
    dismiss: () => show(null),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The window's one bar. */
export const undoBar: UndoBar = createUndoBar();

export function useUndoOffer(): UndoOffer | null {
  return useSyncExternalStore(undoBar.subscribe, undoBar.read);
}
