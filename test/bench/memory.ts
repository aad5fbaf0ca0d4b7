import { readdirSync, readFileSync } from 'node:fs';

/** What the processes of an app take, in MB (10^6 bytes). */
export interface Memory {
  /**
   * Proportional set size: a page that n processes share counts 1/n in each of them. Another app on the same Electron
   * that runs meanwhile takes its share of the program's own pages, and makes this smaller.
   */
  readonly pss: number;
  /** The part of it that is no file's: what was written, which no other app changes. */
  readonly written: number;
}

/** Whether this system tells it. */
export const CAN_MEASURE_MEMORY = process.platform === 'linux';

/** Sums over the process `pid` and everything it started, as the kernel's `smaps_rollup` says. Linux only. */
export function memoryOf(pid: number): Memory {
  const all = [pid, ...descendantsOf(pid)].flatMap(rollupOf);
  return {
    pss: all.reduce((sum, { pss }) => sum + pss, 0),
    written: all.reduce((sum, { written }) => sum + written, 0),
  };
}

function descendantsOf(pid: number): number[] {
  const children = new Map<number, number[]>();
  for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const parent = parentOf(Number(name));
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const below = (of: number): number[] =>
    (children.get(of) ?? []).flatMap((child) => [child, ...below(child)]);
  return below(pid);
}

/** Undefined when the process has ended in the meantime. */
function parentOf(pid: number): number | undefined {
  const stat = readOrGone(`/proc/${pid}/stat`);
  // The name in brackets may hold spaces and brackets itself: the state and the parent come after the last one.
  return stat === undefined ? undefined : Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** Nothing when the process has ended in the meantime. */
function rollupOf(pid: number): Memory[] {
  const rollup = readOrGone(`/proc/${pid}/smaps_rollup`);
  if (rollup === undefined) return [];
  const megabytes = (name: string) =>
    (Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(rollup)?.[1] ?? 0) * 1024) / 1e6;
  return [{ pss: megabytes('Pss'), written: megabytes('Pss_Anon') + megabytes('Pss_Shmem') }];
}

function readOrGone(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ESRCH') return undefined;
    throw error;
  }
}
