/** A small JSON document on disk, written whole: electron-store in the app, the `conf` it is made of elsewhere. */
export interface KeptStore {
  get(key: string): unknown;
  /** Throws when the disk refuses. */
  set(key: string, value: unknown): void;
}

/** Opens the document `<name>.json` in the data folder; throws a SyntaxError when it is damaged. */
export type OpenStore = (name: string) => KeptStore;

/** How every store is opened, wherever: the same file for the app and the command line. */
export function storeOptions(folder: string, name: string) {
  return {
    cwd: folder,
    configName: name,
    projectVersion: '0',
    accessPropertiesByDotNotation: false,
    /** Never: a damaged file is set aside by `openKept`, not replaced by an empty one. */
    clearInvalidConfig: false,
  } as const;
}
