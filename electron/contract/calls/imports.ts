import type { Import } from '../../recording/importer.ts';
import type { Result } from '../../result.ts';

export type { Import } from '../../recording/importer.ts';

/** Calls about sound files that become takes. */
export interface ImportCalls {
  /** Asks which files, and takes them in; answers those now on their way, none where the person backed out. */
  'take.import': { ask: null; answer: Result<readonly Import[]> };
  /** Takes dropped files in. Only the preload calls it, with the paths behind the files (`Bridge.importFiles`). */
  'take.importDropped': { ask: { readonly paths: readonly string[] }; answer: Result<readonly Import[]> };
  /** Stops an import, leaving nothing behind; forgets one that failed. */
  'import.cancel': { ask: { readonly importId: string }; answer: Result<void> };
}

export const importCallNames: { readonly [N in keyof ImportCalls]: true } = {
  'take.import': true,
  'take.importDropped': true,
  'import.cancel': true,
};

/** Events about sound files that become takes. */
export interface ImportEvents {
  'import.changed': Import;
  /** It became a take (told before as `take.changed`), or was stopped. */
  'import.gone': { readonly id: string };
}

export const importEventNames: { readonly [N in keyof ImportEvents]: true } = {
  'import.changed': true,
  'import.gone': true,
};
