import { mkdir } from 'node:fs/promises';
import type { ExportPlace } from '../../contract/calls.ts';
import type { Desktop } from '../../contract/desktop.ts';
import { writeFault } from '../../disk/write-fault.ts';
import type { Settings } from '../../library/settings.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Emitter } from '../emitter.ts';

/** What an export is handed: how it is told to stop, and whom it tells how far it is. */
export interface ExportRun {
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, of: number) => void;
}

/** Exports under way, each under a name of its own, and where they went. */
export interface ExportDesk {
  /** Runs an export; one of the same name that still runs is canceled and waited for. */
  run(
    exportId: string,
    work: (run: ExportRun) => Promise<Result<readonly string[]>>,
  ): Promise<Result<readonly string[]>>;
  cancel(exportId: string): void;
  /** The first file that this export wrote last. */
  lastOf(exportId: string): string | undefined;
  /** Cancels all and waits until nothing half written is left. */
  close(): Promise<void>;
}

export function createExportDesk(events: Emitter): ExportDesk {
  const running = new Map<string, { readonly stop: AbortController; readonly done: Promise<unknown> }>();
  const written = new Map<string, string>();
  return {
    async run(exportId, work) {
      const before = running.get(exportId);
      before?.stop.abort();
      const stop = new AbortController();
      const begin = async (): Promise<Result<readonly string[]>> => {
        await before?.done;
        if (stop.signal.aborted) return fail('canceled');
        return work({
          signal: stop.signal,
          onProgress: (done, of) => events.emit('export.progress', { exportId, done, of }),
        });
      };
      const done = begin().finally(() => {
        if (running.get(exportId)?.stop === stop) running.delete(exportId);
      });
      running.set(exportId, { stop, done: done.catch(() => undefined) });
      const paths = await done;
      const [first] = paths.ok ? paths.value : [];
      if (first !== undefined) written.set(exportId, first);
      return paths;
    },
    cancel: (exportId) => running.get(exportId)?.stop.abort(),
    lastOf: (exportId) => written.get(exportId),
    async close() {
      for (const { stop } of running.values()) stop.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

/** Where speech is saved without asking. */
export function speechFolder(settings: Pick<Settings, 'speechFolder'>, desktop: Desktop): string {
  return settings.speechFolder ?? desktop.speechFolder;
}

/** The folder to export into, there for sure; null where the person backed out. Fails where it cannot be made. */
export async function folderFor(
  to: ExportPlace,
  settings: Pick<Settings, 'speechFolder'>,
  desktop: Desktop,
): Promise<Result<string | null>> {
  if (to === 'ask') return ok(await desktop.askForFolder());
  const folder = speechFolder(settings, desktop);
  try {
    await mkdir(folder, { recursive: true });
    return ok(folder);
  } catch (error) {
    return fail('file-not-written', {
      detail: writeFault(error).fault.detail ?? '',
      facts: { file: folder },
    });
  }
}
