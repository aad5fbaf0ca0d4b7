import { fail, ok, type Result } from '../result.ts';
import type { KeptStore, OpenStore } from './kept-store.ts';

/**
 * How many entries a page holds. A change rewrites its page whole: some 10 ms at this size, some 400 ms were all of
 * 10,000 voices one document.
 */
export const PAGE_SIZE = 200;

type Entries = ReadonlyMap<string, unknown>;
type Entry = readonly [id: string, value: unknown];

interface Page {
  readonly store: KeptStore;
  entries: Entries;
}

/** Many entries by id, kept in as many documents as it takes. */
export interface StorePages {
  entries(): readonly Entry[];
  /** Writes each page that these stand on once. Throws what the store throws; pages not yet written stay as they were. */
  set(entries: readonly Entry[]): void;
  /** Throws what the store throws; the entry is still there then. */
  delete(id: string): void;
  /** The same ids in groups, so that a `set` of each touches few pages. */
  inBatches(ids: readonly string[]): readonly (readonly string[])[];
}

/**
 * Opens the document `name` and its further pages, `name-2` and so on; how many there are stands in the first. A first
 * page that is far too large, as an older version wrote it, is spread out with the first change. An entry on two pages (a kill while it moved)
 * counts where it stands first.
 */
export function openPages(open: OpenStore, name: string): StorePages {
  const first = open(name);
  const count = Math.max(1, Number(first.get('pages')) || 1);
  const pages: Page[] = [];
  const pageOf = new Map<string, Page>();

  const openPage = (): Page => {
    const store = pages.length === 0 ? first : open(`${name}-${pages.length + 1}`);
    const found = Object.entries(readObject(store.get(name))).filter(([id]) => !pageOf.has(id));
    const page: Page = { store, entries: new Map(found) };
    for (const [id] of found) pageOf.set(id, page);
    pages.push(page);
    return page;
  };
  const write = (page: Page, entries: Entries): void => {
    page.store.set(name, Object.fromEntries(entries));
    page.entries = entries;
  };
  /** How many pages the first one speaks of. */
  let spokenOf = count;
  const pageWithRoom = (changed: ReadonlyMap<Page, Entries>): Page => {
    const page = pages.find((one) => (changed.get(one) ?? one.entries).size < PAGE_SIZE);
    if (page) return page;
    if (spokenOf <= pages.length) {
      // First that there are more, then the pages: a kill in between leaves empty ones, never unknown ones. Several at a
      // time, for each time the first page is written anew.
      spokenOf = pages.length + Math.ceil(pages.length / 4);
      first.set('pages', spokenOf);
    }
    return openPage();
  };
  const set = (entries: readonly Entry[]): void => {
    const changed = new Map<Page, Map<string, unknown>>();
    for (const [id, value] of entries) {
      const page = pageOf.get(id) ?? pageWithRoom(changed);
      const next = changed.get(page) ?? new Map(page.entries);
      changed.set(page, next.set(id, value));
    }
    for (const [page, next] of changed) {
      write(page, next);
      for (const id of next.keys()) pageOf.set(id, page);
    }
  };

  for (let number = 1; number <= count; number++) openPage();
  /** With the first change, not before: who only looks writes nothing. */
  const spreadOut = (): void => {
    const [page] = pages;
    if (page && page.entries.size > 2 * PAGE_SIZE) spread(page);
  };

  function spread(full: Page): void {
    const all = [...full.entries];
    const over = all.slice(PAGE_SIZE);
    for (const [id] of over) pageOf.delete(id);
    try {
      for (const batch of inGroups(over)) set(batch);
      write(full, new Map(all.slice(0, PAGE_SIZE)));
    } catch {
      // A full disk: all still stands where it stood, and the next change tries again.
      for (const [id] of over) if (!pageOf.has(id)) pageOf.set(id, full);
    }
  }

  return {
    entries: () => pages.flatMap((one) => [...one.entries]),
    set(entries) {
      spreadOut();
      set(entries);
    },
    delete(id) {
      spreadOut();
      const page = pageOf.get(id);
      if (!page) return;
      const next = new Map(page.entries);
      next.delete(id);
      write(page, next);
      pageOf.delete(id);
    },
    inBatches(ids) {
      const placeOf = new Map(pages.flatMap((one, at) => [...one.entries.keys()].map((id) => [id, at])));
      const place = (id: string) => placeOf.get(id) ?? pages.length;
      return inGroups([...ids].sort((a, b) => place(a) - place(b)));
    },
  };
}

/** A write that the store may refuse by throwing, as a value. */
export function attemptWrite(work: () => void): Result<void, 'settings-not-written'> {
  try {
    return ok(work());
  } catch (error) {
    return fail('settings-not-written', { detail: error instanceof Error ? error.message : String(error) });
  }
}

function inGroups<T>(list: readonly T[]): readonly (readonly T[])[] {
  const groups: T[][] = [];
  for (let at = 0; at < list.length; at += PAGE_SIZE) groups.push(list.slice(at, at + PAGE_SIZE));
  return groups;
}

function readObject(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
