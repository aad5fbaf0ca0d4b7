import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What a process holds on to after a session. */
export interface Held {
  /** MB: in all, of JavaScript's objects, of buffers outside them. */
  readonly rss: number;
  readonly heap: number;
  readonly buffers: number;
  /** What keeps the process alive: timers, files being written, ports. */
  readonly handles: number;
  /** Open files; 0 where the system does not say. */
  readonly files: number;
  /** Of sound heard so far. */
  readonly seconds: number;
}

/** Records so many sessions of a minute back to back, faster than real time, in a process of its own. */
export async function soak(child: string, folder: string, sessions: number): Promise<readonly Held[]> {
  const run = ['--expose-gc', child, folder, `${sessions}`];
  const { stdout } = await promisify(execFile)(process.execPath, run, { maxBuffer: 2 ** 24 });
  return stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

/** By how much it grew once `settled` sessions had been, and what was left open. */
export function growth(held: readonly Held[], settled: number) {
  const steady = held.slice(settled);
  const first = steady[0];
  const over = (of: (one: Held) => number) => Math.max(...steady.map(of)) - (first ? of(first) : 0);
  return {
    rss: over(({ rss }) => rss),
    heap: over(({ heap, buffers }) => heap + buffers),
    handles: over(({ handles }) => handles),
    files: over(({ files }) => files),
  };
}
