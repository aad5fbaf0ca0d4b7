import type { Stations } from '../boot/stations.ts';
import { viewJob } from '../boot/views.ts';
import { faultLine } from '../contract/fault-words.ts';
import { isSettled } from '../jobs/job.ts';
import { fail, ok } from '../result.ts';
import { jobDocument } from './documents.ts';
import type { Ending, World } from './world.ts';

/** `timbre run`: takes up what is unfinished and works until nothing waits or runs; without a network it waits for it. */
export async function run(
  { runner }: Pick<Stations, 'runner'>,
  world: Pick<World, 'signal' | 'tell'>,
): Promise<Ending> {
  const unfinished = new Set(runner.list().flatMap(({ id, state }) => (isSettled(state) ? [] : [id])));
  let told = '';
  const undo = runner.onChange((job) => {
    unfinished.add(job.id);
    const { state } = job;
    const fault = 'fault' in state && state.fault ? `: ${faultLine(state.fault)}` : '';
    const line = `${job.kind} ${job.id}: ${state.status}${state.status === 'waiting' ? ` for the ${state.why}` : ''}${fault}`;
    if (line !== told) world.tell(line);
    told = line;
  });
  runner.start();
  const stopped = new Promise<'stopped'>((resolve) => {
    if (world.signal.aborted) resolve('stopped');
    world.signal.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
  const end = await Promise.race([runner.idle(), stopped]);
  undo();
  if (end === 'stopped') return fail('stopped');

  const jobs = runner.list().flatMap((job) => (unfinished.has(job.id) ? (viewJob(job) ?? []) : []));
  const firstFault = jobs
    .map(({ state }) => (state.status === 'failed' ? state.fault : undefined))
    .find(Boolean);
  if (firstFault) return { ok: false, fault: firstFault };
  return ok({ document: { jobs: jobs.map(jobDocument) }, text: `${jobs.length} done. The queue is empty.` });
}
