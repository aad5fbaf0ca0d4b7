import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { uptime } from 'node:os';
import { join } from 'node:path';
import { fail, ok, type Result } from '../result.ts';
import { writeFault } from './write-fault.ts';

export type FolderLockFault = 'folder-in-use' | 'folder-not-usable' | 'disk-full';

export interface FolderLock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  /** When that process began, as the system tells it; tells a new process with an old number apart. */
  readonly began: string;
  readonly who: string;
}

/**
 * Makes this process the only one that writes the data folder, until `release` or its death: the file `lock` names the
 * holder, and a holder that is no longer alive is replaced. Fails with `folder-in-use` (facts: `holder`) or
 * `folder-not-usable`. `who` is told to whoever is refused, such as "the app".
 */
export function lockFolder(folder: string, who: string): Result<FolderLock, FolderLockFault> {
  const path = join(folder, 'lock');
  const mine: Holder = { pid: process.pid, began: beganAt(process.pid), who };
  try {
    // Recordings of a voice are nobody else's business.
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    for (let attempt = 0; attempt < 3; attempt++) {
      if (takeFree(path, mine)) return ok({ release: () => releaseLock(path, mine) });
      const holder = readHolder(path);
      if (holder && isAlive(holder) && !isOlderThanBoot(path))
        return fail('folder-in-use', { facts: { holder: `${holder.who}, process ${holder.pid}` } });
      setAside(path, holder);
    }
    return fail('folder-in-use', { detail: 'the lock is changing hands' });
  } catch (error) {
    const { code, detail = '' } = writeFault(error).fault;
    return fail(code === 'disk-full' ? code : 'folder-not-usable', { detail });
  }
}

/** Puts the lock there only if there is none, whole from its first moment on. */
function takeFree(path: string, mine: Holder): boolean {
  const own = `${path}.${process.pid}.new`;
  try {
    writeFileSync(own, JSON.stringify(mine));
    linkSync(own, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    // A file system without links (exFAT): a moment in which the lock is empty must do.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error))) throw error;
    return writeNew(path, mine);
  } finally {
    rmSync(own, { force: true });
  }
}

function writeNew(path: string, mine: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function readHolder(path: string): Holder | undefined {
  try {
    const { pid, began, who } = JSON.parse(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) ? { pid, began: String(began), who: String(who) } : undefined;
  } catch {
    return undefined;
  }
}

/** Moves a dead holder's lock away; puts it back where somebody else was quicker and the file is theirs by now. */
function setAside(path: string, dead: Holder | undefined): void {
  const aside = `${path}.${process.pid}`;
  try {
    renameSync(path, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  const isTheirs = moved && (moved.pid !== dead?.pid || moved.began !== dead?.began);
  if (isTheirs) takeFree(path, moved);
  rmSync(aside, { force: true });
}

function releaseLock(path: string, mine: Holder): void {
  const holder = readHolder(path);
  if (holder?.pid === mine.pid && holder.began === mine.began) rmSync(path, { force: true });
}

function isAlive({ pid, began }: Holder): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false;
  }
  return beganAt(pid) === began;
}

/** A lock from before the machine's last start: its holder's number may be somebody else's by now. */
function isOlderThanBoot(path: string): boolean {
  try {
    return statSync(path).mtimeMs < Date.now() - uptime() * 1000 - 60_000;
  } catch {
    return false;
  }
}

/** The start time of a process in clock ticks since boot (Linux, field 22 of /proc/pid/stat); empty elsewhere. */
function beganAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
