import { z } from 'zod';
import { fail, ok, type Result } from '../result.ts';
import type { KeptStore } from './kept-store.ts';
import { readServerAddress } from './server-address.ts';

const entrySchema = z.object({
  url: z.string().refine((url) => readServerAddress(url)?.href === url),
  name: z.string().min(1).max(100),
  /** Lines that are spoken there at once; absent: as many as usual. */
  atOnce: z.number().int().min(1).max(16).exactOptional(),
});

/** A server that a person has added. Its token is not here: see `token-shelf.ts`. */
export type ServerEntry = Readonly<z.infer<typeof entrySchema>>;

type Written = Result<void, 'settings-not-written'>;

/** The servers a person has added, and which one new voices are made on. */
export interface ServerShelf {
  /** In the order they were added. */
  list(): readonly ServerEntry[];
  /** Adds it, or replaces the one of this address. */
  save(entry: ServerEntry): Written;
  remove(url: string): Written;
  /** The id of the chosen server; null: this computer. */
  chosen(): string | null;
  choose(id: string | null): Written;
}

/** Reads the servers from their document; an entry that cannot be read is left out, alone. */
export function openServerShelf(store: KeptStore): ServerShelf {
  const raw = store.get('servers');
  let entries: readonly ServerEntry[] = (Array.isArray(raw) ? raw : []).flatMap(
    (value: unknown) => entrySchema.safeParse(value).data ?? [],
  );
  let chosen = z.string().nullable().safeParse(store.get('chosen')).data ?? null;

  const write = (key: 'servers' | 'chosen', value: unknown): Written => {
    try {
      store.set(key, value);
      return ok(undefined);
    } catch (error) {
      return fail('settings-not-written', { detail: error instanceof Error ? error.message : String(error) });
    }
  };
  const replace = (next: readonly ServerEntry[]): Written => {
    const written = write('servers', next);
    if (written.ok) entries = next;
    return written;
  };

  return {
    list: () => entries,
    save(entry) {
      const isThere = entries.some(({ url }) => url === entry.url);
      return replace(
        isThere ? entries.map((each) => (each.url === entry.url ? entry : each)) : [...entries, entry],
      );
    },
    remove: (url) => replace(entries.filter((each) => each.url !== url)),
    chosen: () => chosen,
    choose(id) {
      const written = write('chosen', id);
      if (written.ok) chosen = id;
      return written;
    },
  };
}
