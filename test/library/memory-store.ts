import type { KeptStore } from '../../electron/library/kept-store.ts';

/** A document in memory that can be told to refuse. */
export interface MemoryStore extends KeptStore {
  readonly content: Record<string, unknown>;
  /** Writes from now on fail with this. */
  refuse(reason: string | null): void;
}

export function memoryStore(content: Record<string, unknown> = {}): MemoryStore {
  let refusal: string | null = null;
  return {
    content,
    refuse(reason) {
      refusal = reason;
    },
    get: (key) => structuredClone(content[key]),
    set(key, value) {
      if (refusal !== null) throw new Error(refusal);
      content[key] = structuredClone(value);
    },
  };
}

/** A folder of such documents. */
export function memoryStores(contents: Readonly<Record<string, Record<string, unknown>>> = {}) {
  const stores = new Map(Object.entries(contents).map(([name, content]) => [name, memoryStore(content)]));
  const open = (name: string): MemoryStore => {
    const store = stores.get(name) ?? memoryStore();
    stores.set(name, store);
    return store;
  };
  return { open, stores, refuse: (name: string, reason: string | null) => open(name).refuse(reason) };
}
