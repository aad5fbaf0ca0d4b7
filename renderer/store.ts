import { useSyncExternalStore } from 'react';
import {
  type Bridge,
  EVENT_NAMES,
  type EventName,
  type Events,
  type Snapshot,
} from '../electron/contract/calls.ts';
import { assertNever } from '../electron/result.ts';
import { call, on } from './bridge.ts';

/** One event with its name, so that it can wait its turn. */
export type MirroredEvent = {
  readonly [N in EventName]: { readonly name: N; readonly value: Events[N] };
}[EventName];

interface Noun {
  readonly id: string;
}

function replaced<T extends Noun>(list: readonly T[], noun: T): readonly T[] {
  const known = list.some((one) => one.id === noun.id);
  return known ? list.map((one) => (one.id === noun.id ? noun : one)) : [...list, noun];
}

/** Many at once: each replaces the one it names, the new ones come after; the list is gone through once. */
function merged<T extends Noun>(list: readonly T[], nouns: readonly T[]): readonly T[] {
  const fresh = new Map(nouns.map((noun) => [noun.id, noun]));
  const changed = list.map((one) => {
    const now = fresh.get(one.id);
    fresh.delete(one.id);
    return now ?? one;
  });
  return [...changed, ...fresh.values()];
}

function without<T extends Noun>(list: readonly T[], gone: Noun): readonly T[] {
  return list.filter((one) => one.id !== gone.id);
}

/** The snapshot after one event: the event's noun replaces the one it names, everything else is untouched. */
export function mirrorEvent(snapshot: Snapshot, event: MirroredEvent): Snapshot {
  switch (event.name) {
    case 'take.changed':
      return { ...snapshot, takes: replaced(snapshot.takes, event.value) };
    case 'take.gone':
      return { ...snapshot, takes: without(snapshot.takes, event.value) };
    case 'take.broken':
    case 'window.shown':
    case 'take.heard':
      return snapshot;
    case 'sample.changed':
      return { ...snapshot, sample: event.value };
    case 'import.changed':
      return { ...snapshot, imports: replaced(snapshot.imports, event.value) };
    case 'import.gone':
      return { ...snapshot, imports: without(snapshot.imports, event.value) };
    case 'voice.changed':
      return { ...snapshot, voices: replaced(snapshot.voices, event.value) };
    case 'voices.changed':
      return { ...snapshot, voices: merged(snapshot.voices, event.value) };
    case 'voice.gone':
      return { ...snapshot, voices: without(snapshot.voices, event.value) };
    case 'receipt.added':
      return { ...snapshot, receipts: [event.value, ...snapshot.receipts] };
    case 'clip.changed':
      // Those of batches are in their batch, and in the history, which asks for what it shows.
      if (event.value.line !== undefined) return snapshot;
      return { ...snapshot, clips: replaced(snapshot.clips, event.value) };
    case 'clip.gone':
      return { ...snapshot, clips: without(snapshot.clips, event.value) };
    case 'audition.changed':
      return { ...snapshot, auditions: replaced(snapshot.auditions, event.value) };
    case 'audition.gone':
      return { ...snapshot, auditions: without(snapshot.auditions, event.value) };
    case 'comparison.changed':
      return { ...snapshot, comparisons: replaced(snapshot.comparisons, event.value) };
    case 'comparison.gone':
      return { ...snapshot, comparisons: without(snapshot.comparisons, event.value) };
    case 'batch.changed':
      return { ...snapshot, batches: replaced(snapshot.batches, event.value) };
    case 'batch.gone':
      return { ...snapshot, batches: without(snapshot.batches, event.value) };
    case 'batch.show':
    case 'lines.changed':
    case 'export.progress':
      return snapshot;
    case 'queue.changed':
      return { ...snapshot, queue: event.value };
    case 'job.changed':
      return { ...snapshot, jobs: replaced(snapshot.jobs, event.value) };
    case 'job.gone':
      return { ...snapshot, jobs: without(snapshot.jobs, event.value) };
    case 'upload.changed':
      return { ...snapshot, uploads: replaced(snapshot.uploads, event.value) };
    case 'upload.gone':
      return { ...snapshot, uploads: without(snapshot.uploads, event.value) };
    case 'server.changed':
      return {
        ...snapshot,
        servers: replaced(snapshot.servers, event.value),
        server: snapshot.server.id === event.value.id ? event.value : snapshot.server,
      };
    case 'spending.changed':
      return { ...snapshot, ...event.value };
    case 'server.gone':
      return { ...snapshot, servers: without(snapshot.servers, event.value) };
    case 'server.chosen':
      return {
        ...snapshot,
        server: snapshot.servers.find(({ id }) => id === event.value.id) ?? snapshot.server,
      };
    case 'model.changed':
      return { ...snapshot, model: event.value };
    case 'settings.changed':
      return { ...snapshot, settings: event.value };
    case 'microphone.changed':
      return { ...snapshot, microphone: event.value };
    default:
      return assertNever(event);
  }
}

/** What the window knows of the main process's truth. `read` is null until the first answer came. */
export interface Mirror {
  read(): Snapshot | null;
  /** Listens first, then asks once; what happened meanwhile is applied to the answer in its order. */
  open(): Promise<void>;
  /** Answers the undo. */
  subscribe(listener: () => void): () => void;
  /** Stops listening to the main process. */
  close(): void;
}

/** Makes a mirror of what `bridge` tells. */
export function createMirror(bridge: Pick<Bridge, 'call' | 'on'>): Mirror {
  let snapshot: Snapshot | null = null;
  let early: MirroredEvent[] = [];
  const listeners = new Set<() => void>();
  const undo: (() => void)[] = [];

  function take(next: Snapshot): void {
    snapshot = next;
    for (const listener of listeners) listener();
  }
  function hear(event: MirroredEvent): void {
    if (snapshot === null) early.push(event);
    else take(mirrorEvent(snapshot, event));
  }
  function listenTo<N extends EventName>(name: N): void {
    undo.push(bridge.on(name, (value) => hear({ name, value } as MirroredEvent)));
  }

  return {
    read: () => snapshot,
    async open() {
      for (const name of EVENT_NAMES) listenTo(name);
      const answer = await bridge.call('app.open', null);
      const waiting = early;
      early = [];
      take(waiting.reduce(mirrorEvent, answer));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      for (const stop of undo.splice(0)) stop();
    },
  };
}

/** The window's one mirror. */
export const mirror: Mirror = createMirror({ call, on });

/** Reads from the mirror; the component is drawn again when what `select` answers is another value. */
export function useMirror<T>(select: (snapshot: Snapshot) => T): T {
  return useSyncExternalStore(mirror.subscribe, () => select(opened()));
}

/** Whether the first answer came: nothing below `App` is drawn before. */
export function useMirrorOpen(): boolean {
  return useSyncExternalStore(mirror.subscribe, () => mirror.read() !== null);
}

function opened(): Snapshot {
  const snapshot = mirror.read();
  if (snapshot === null) throw new Error('the mirror was read before it was open');
  return snapshot;
}
