import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { faultLine } from '../contract/fault-words.ts';
import { isSettled } from '../jobs/job.ts';
import { listed, queued } from './look.ts';
import type { Ending, World } from './world.ts';

/** How often the journal is looked at, in milliseconds; it is read only where it has grown. */
const LOOK_MS = 500;

/**
 * `timbre jobs --watch`: tells each change of the queue until nothing waits or runs, or Ctrl-C; then the list, with what
 * was done meanwhile. It only looks, so it watches the app at its work.
 */
export async function watchJobs(world: Pick<World, 'home' | 'signal' | 'tell'>): Promise<Ending> {
  const told = new Map<string, string>();
  const watched = new Set<string>();
  let seen = '';
  while (!world.signal.aborted) {
    const now = await stampOf(join(world.home.jobs, 'journal.jsonl'));
    if (now !== seen) {
      seen = now;
      const list = await queued(world.home, { forgotten: true });
      for (const { id, kind, state } of list) {
        const why = state.status === 'waiting' && state.why !== 'turn' ? ` for the ${state.why}` : '';
        const fault = 'fault' in state && state.fault ? `: ${faultLine(state.fault)}` : '';
        const line = `${kind} ${id}: ${state.status}${why}${fault}`;
        if (told.get(id) !== line && (told.size > 0 || !isSettled(state))) world.tell(line);
        told.set(id, line);
        if (!isSettled(state)) watched.add(id);
      }
      if (list.every(({ state }) => isSettled(state))) break;
    }
    await wait(LOOK_MS, undefined, { signal: world.signal }).catch(() => undefined);
  }
  const left = new Set((await queued(world.home)).map(({ id }) => id));
  const all = await queued(world.home, { forgotten: true });
  return listed(all.filter(({ id }) => left.has(id) || watched.has(id)));
}

async function stampOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  return found ? `${found.size} ${found.mtimeMs}` : 'none';
}
