import type { EventName, Events } from '../contract/calls.ts';

type Listener = <N extends EventName>(name: N, value: Events[N]) => void;

/** Tells every listener of every change: the window's gate, or the command line. */
export interface Emitter {
  emit: Listener;
  /** Answers the undo. */
  listen(listener: Listener): () => void;
}

/** A new emitter without listeners. */
export function createEmitter(): Emitter {
  const listeners = new Set<Listener>();
  return {
    emit: (name, value) => {
      for (const listener of listeners) listener(name, value);
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
