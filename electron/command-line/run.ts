import type { Stations } from '../boot/stations.ts';
import { viewJob } from '../boot/views.ts';
import { faultLine } from '../contract/fault-words.ts';
import { isSettled, type Job } from '../jobs/job.ts';
import { fail, ok } from '../result.ts';
import { jobDocument } from './documents.ts';
import type { Ending, World } from './world.ts';

/**
 * `timbre run`: takes up what is unfinished and works until nothing waits or runs; without a network it waits for it.
 * What needs another server than the one connected stays in the queue, and is said.
 */
export async function run(
  { runner }: Pick<Stations, 'runner'>,
  world: Pick<World, 'signal' | 'tell'>,
): Promise<Ending> {
  /** Each as it was last: a line of a batch that is done is no longer in the queue. */
  const seen = new Map(runner.list().flatMap((job) => (isSettled(job.state) ? [] : [[job.id, job]])));
  const open = new Set(seen.keys());
  let told = '';
  let stuck = (): void => undefined;
  const onlyStuck = new Promise<void>((resolve) => {
    stuck = resolve;
  });
  const undo = runner.onChange((job) => {
    const { state } = job;
    seen.set(job.id, job);
    if (isSettled(state) || isStuck(state)) open.delete(job.id);
    else open.add(job.id);
    if (open.size === 0) stuck();
    const fault = 'fault' in state && state.fault ? `: ${faultLine(state.fault)}` : '';
    const line = `${job.kind} ${job.id}: ${state.status}${state.status === 'waiting' ? ` for the ${state.why}` : ''}${fault}`;
    const isTurn = state.status === 'waiting' && state.why === 'turn';
    if (line !== told && !isTurn) world.tell(line);
    told = line;
  });
  // Asked for by name: a pause that was set in the app is over for this run.
  runner.resume();
  runner.start();
  const stopped = new Promise<'stopped'>((resolve) => {
    if (world.signal.aborted) resolve('stopped');
    world.signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  const end = await Promise.race([runner.idle(), onlyStuck, stopped]);
  undo();
  if (end === 'stopped') return fail('stopped');

  const jobs = [...seen.values()].flatMap((job) => viewJob(job) ?? []);
  const firstFault = jobs
    .map(({ state }) => (state.status === 'failed' || state.status === 'waiting' ? state.fault : undefined))
    .find(Boolean);
  if (firstFault) return { ok: false, fault: firstFault };
  return ok({ document: { jobs: jobs.map(jobDocument) }, text: `${jobs.length} done. The queue is empty.` });
}

/** Waits for something that no other job here brings about: a start with its server, or a voice that waits for one. */
function isStuck(state: Job['state']): boolean {
  return state.status === 'waiting' && state.key !== undefined;
}
