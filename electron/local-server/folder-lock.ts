import { randomUUID } from 'node:crypto';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { uptime } from 'node:os';
import { join, resolve } from 'node:path';
import { fail, ok, type Result } from '../result.ts';

export interface FolderLock {
  /** Lets the next process in. */
  release(): Promise<void>;
}

/** Folders that this process holds: its own number in a lock file proves nothing, as numbers are used again. */
const held = new Set<string>();

/**
 * Takes the folder for this process alone, by a file `lock` with the process number in it. A lock whose process is
 * dead, or that is older than the machine's last start, is taken over. Fails with `folder-in-use` where another lives.
 */
export async function lockFolder(
  folder: string,
): Promise<Result<FolderLock, 'folder-in-use' | 'folder-not-usable'>> {
  const file = join(resolve(folder), 'lock');
  if (held.has(file)) return fail('folder-in-use', { detail: 'by this process' });
  held.add(file);
  const taken = await takeLock(file).catch((error: unknown) =>
    fail('folder-not-usable', { detail: error instanceof Error ? error.message : String(error) }),
  );
  if (!taken.ok) {
    held.delete(file);
    return taken;
  }
  return ok({
    async release() {
      await rm(file, { force: true });
      held.delete(file);
    },
  });
}

async function takeLock(file: string): Promise<Result<void, 'folder-in-use'>> {
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      await writeFile(file, `${process.pid}\n`, { flag: 'wx' });
      return ok(undefined);
    } catch (error) {
      if (!isCode(error, 'EEXIST')) throw error;
    }
    const content = await readFile(file, 'utf8').catch(() => undefined);
    if (content === undefined) continue;
    if (!(await isStale(file, content)))
      return fail('folder-in-use', { detail: `by process ${content.trim() || 'unknown'}` });
    await removeStale(file, content);
  }
  return fail('folder-in-use', { detail: 'others take it at the same time' });
}

async function isStale(file: string, content: string): Promise<boolean> {
  const made = await stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => Date.now(),
  );
  if (made < Date.now() - uptime() * 1000 - 60_000) return true;
  const pid = Number(content);
  // An empty lock is one being written just now, or by a process that was killed right then.
  if (!Number.isInteger(pid) || pid < 1) return made < Date.now() - 10_000;
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return isCode(error, 'ESRCH');
  }
}

/** Only one process can move the file away; where that was a newer lock than the one judged, it is put back. */
async function removeStale(file: string, judged: string): Promise<void> {
  const away = `${file}.${randomUUID()}`;
  try {
    await rename(file, away);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  if ((await readFile(away, 'utf8')) !== judged) await link(away, file).catch(() => {});
  await rm(away, { force: true });
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
