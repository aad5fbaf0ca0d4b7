import ElectronStore from 'electron-store';
import { type OpenStore, storeOptions } from '../library/kept-store.ts';

/** Opens a kept document with electron-store, which calls by `name` what conf calls `configName`. */
export function electronStoreIn(folder: string): OpenStore {
  return (name) => {
    const store = new ElectronStore<Record<string, unknown>>({ ...storeOptions(folder, name), name });
    return { get: (key) => store.get(key), set: (key, value) => store.set(key, value) };
  };
}
