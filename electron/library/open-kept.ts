import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { KeptStore, OpenStore } from './kept-store.ts';

/**
 * Opens a document, and where it is damaged moves it to `<name>-damaged-<time>.json`, tells so, and begins a new one:
 * nothing is overwritten.
 */
export function openKept(options: {
  folder: string;
  name: string;
  open: OpenStore;
  now: () => number;
  onSetAside: (fileName: string, keptAs: string) => void;
}): KeptStore {
  const { folder, name, open, now, onSetAside } = options;
  try {
    const store = open(name);
    store.get('version');
    return store;
  } catch (error) {
    const fileName = `${name}.json`;
    if (!(error instanceof SyntaxError) || !existsSync(join(folder, fileName))) throw error;
    const keptAs = `${name}-damaged-${now()}.json`;
    renameSync(join(folder, fileName), join(folder, keptAs));
    onSetAside(fileName, keptAs);
    return open(name);
  }
}
