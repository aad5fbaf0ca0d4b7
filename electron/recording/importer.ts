import { basename } from 'node:path';
import { type Fault, fail, ok, type Result } from '../result.ts';
import type { OpenSoundFile } from './decoding/sound-thread.ts';
import { importTake } from './import-take.ts';
import type { TakeKeeper } from './recorder.ts';
import type { Take } from './take.ts';

/** How many files may wait to be taken in; one drop can be a whole folder's. */
export const MOST_IMPORTS = 100;
/** How often progress is told, in milliseconds. */
const TELL_EVERY_MS = 100;

/** A sound file on its way to being a take. When it is one, or was stopped, it is gone. */
export interface Import {
  readonly id: string;
  readonly fileName: string;
  readonly state:
    | { readonly status: 'waiting' }
    /** Seconds read, and how many there are in all where the file says it. */
    | { readonly status: 'running'; readonly seconds: number; readonly inAll?: number }
    /** It stays until it is dismissed. */
    | { readonly status: 'failed'; readonly fault: Fault };
}

export interface Importer {
  /** Takes these files in, one after the other; answers what is now on its way. Past 100 in all the rest is left. */
  add(paths: readonly string[]): readonly Import[];
  list(): readonly Import[];
  /** Stops one that waits or runs, leaving nothing behind, and forgets one that failed. */
  cancel(id: string): Result<void, 'import-not-found'>;
  /** Stops them all: the app is closing. */
  close(): Promise<void>;
}

/** The importer: files become takes in the order in which they came. */
export function createImporter(options: {
  keeper: TakeKeeper;
  open: OpenSoundFile;
  now: () => number;
  newId: (what: 'take' | 'import') => string;
  onChanged: (one: Import) => void;
  onGone: (id: string) => void;
  onTaken: (take: Take) => void;
}): Importer {
  const { keeper, open, now, newId, onChanged, onGone, onTaken } = options;
  const all = new Map<string, { now: Import; readonly path: string; readonly stop: AbortController }>();
  let turn: Promise<void> = Promise.resolve();

  const move = (id: string, state: Import['state']) => {
    const one = all.get(id);
    if (!one) return;
    one.now = { ...one.now, state };
    onChanged(one.now);
  };
  const forget = (id: string) => {
    if (all.delete(id)) onGone(id);
  };

  const run = async (id: string): Promise<void> => {
    const one = all.get(id);
    if (!one || one.stop.signal.aborted) return;
    move(id, { status: 'running', seconds: 0 });
    let told = now();
    const taken = await importTake({
      ...{ path: one.path, fileName: one.now.fileName, open, keeper, now, signal: one.stop.signal },
      newId: () => newId('take'),
      onProgress(seconds, inAll) {
        if (now() - told < TELL_EVERY_MS) return;
        told = now();
        move(id, { status: 'running', seconds, ...(inAll !== undefined && { inAll }) });
      },
    }).catch((error: unknown) =>
      // A defect, which must not hold up the files behind it.
      fail('unexpected', { detail: error instanceof Error ? error.message : String(error) }),
    );
    if (taken.ok) onTaken(taken.value);
    if (taken.ok || taken.fault.code === 'canceled') forget(id);
    else move(id, { status: 'failed', fault: taken.fault });
  };

  return {
    add(paths) {
      const added = paths.slice(0, Math.max(0, MOST_IMPORTS - all.size)).map((path) => {
        const id = newId('import');
        const one: Import = { id, fileName: basename(path), state: { status: 'waiting' } };
        all.set(id, { now: one, path, stop: new AbortController() });
        onChanged(one);
        turn = turn.then(() => run(id));
        return one;
      });
      return added;
    },
    list: () => [...all.values()].map((one) => one.now),
    cancel(id) {
      const one = all.get(id);
      if (!one) return fail('import-not-found');
      one.stop.abort();
      // One that runs is gone once what it had written is removed.
      if (one.now.state.status !== 'running') forget(id);
      return ok(undefined);
    },
    async close() {
      for (const { stop } of all.values()) stop.abort();
      await turn;
    },
  };
}
