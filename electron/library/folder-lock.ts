import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '../result.ts';
import type { LibraryFaultCode } from './faults.ts';

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
export function lockFolder(folder: string, who: string): Result<FolderLock, LibraryFaultCode> {
  const path = join(folder, 'lock');
  const mine: Holder = { pid: process.pid, began: beganAt(process.pid), who };
  try {
    mkdirSync(folder, { recursive: true });
    for (let attempt = 0; attempt < 3; attempt++) {
      if (takeFree(path, mine)) return ok({ release: () => releaseLock(path, mine) });
      const holder = readHolder(path);
      if (holder && isAlive(holder))
        return fail('folder-in-use', { facts: { holder: `${holder.who}, process ${holder.pid}` } });
      setAside(path, holder);
    }
    return fail('folder-in-use', { detail: 'the lock is changing hands' });
  } catch (error) {
    return fail('folder-not-usable', { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Writes the lock only if there is none. */
function takeFree(path: string, mine: Holder): boolean {
  try {
    writeFileSync(path, JSON.stringify(mine), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
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
    if (!(error instanceof Error && 'code' in error && error.code === 'EPERM')) return false;
  }
  return beganAt(pid) === began;
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
