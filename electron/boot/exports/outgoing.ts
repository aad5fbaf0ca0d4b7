import { createHash } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClipShelf } from '../../library/clip-shelf.ts';
import type { SettingsShelf } from '../../library/settings-shelf.ts';
import { fail, type Result } from '../../result.ts';
import { DEFAULT_TEMPLATE } from '../../speaking/exporting/name-template.ts';
import { exportClips } from './clip-exports.ts';

/** More files than anyone drags: they are made while the button is down. */
const MOST_FILES = 200;

/** Files on their way out of the window: dragged, or copied to be pasted elsewhere. */
export interface Outgoing {
  /**
   * The exported files of these clips, one each, in the format and with the names of the settings. Made once, and again
   * where somebody has moved them away.
   */
  files(clipIds: readonly string[]): Promise<Result<readonly string[]>>;
  /** Empties the folder: at the start, for a program may still read what was dropped into it while Timbre runs. */
  empty(): Promise<void>;
}

/** Keeps them in `folder`, those of each selection in one of their own, so that their names can be plain. */
export function createOutgoing({
  folder,
  clips,
  settings,
}: {
  readonly folder: string;
  readonly clips: Pick<ClipShelf, 'get' | 'path'>;
  readonly settings: Pick<SettingsShelf, 'get'>;
}): Outgoing {
  const made = new Map<string, Promise<Result<readonly string[]>>>();

  async function make(clipIds: readonly string[], name: string): Promise<Result<readonly string[]>> {
    const { exportFormat: format, nameTemplate } = settings.get();
    const own = join(folder, name);
    await rm(own, { recursive: true, force: true });
    await mkdir(own, { recursive: true });
    const how = { clipIds, format, as: 'each', template: nameTemplate ?? DEFAULT_TEMPLATE } as const;
    return exportClips(how, { clips, folder: own });
  }

  return {
    async files(clipIds) {
      if (clipIds.length > MOST_FILES)
        return fail('too-many-files', { facts: { clips: clipIds.length, limit: MOST_FILES } });
      const { exportFormat, nameTemplate } = settings.get();
      const key = createHash('sha256')
        .update(JSON.stringify([clipIds, exportFormat, nameTemplate]))
        .digest('hex')
        .slice(0, 16);
      const before = await made.get(key);
      if (before?.ok && (await areThere(before.value))) return before;
      const making = make(clipIds, key);
      made.set(key, making);
      return making;
    },
    empty: () => rm(folder, { recursive: true, force: true }).catch(() => undefined),
  };
}

async function areThere(paths: readonly string[]): Promise<boolean> {
  const found = await Promise.all(paths.map((path) => stat(path).catch(() => undefined)));
  return found.every(Boolean);
}
