import type { Stations } from '../boot/stations.ts';
import type { Job } from '../jobs/job.ts';
import { isSettled } from '../jobs/job.ts';
import { type Fault, fail, ok, type Result } from '../result.ts';
import type { World } from './world.ts';

/**
 * Runs the queue until this job is settled. Without a network it is left in the queue after `patience` seconds, with
 * the fault that stood in the way; at Ctrl-C with `stopped`. `also`: a job that this one waits for.
 */
export async function waitForJob(
  { runner }: Pick<Stations, 'runner'>,
  world: Pick<World, 'signal' | 'tell'>,
  ask: { readonly jobId: string; readonly also?: string; readonly patience: number },
): Promise<Result<Job>> {
  const watched = [ask.jobId, ask.also].filter((id): id is string => id !== undefined);
  return new Promise((resolve) => {
    const clocks = new Map<string, { readonly timer: NodeJS.Timeout; readonly notes: number }>();
    const undo: (() => void)[] = [];
    const end = (result: Result<Job>) => {
      for (const each of undo) each();
      for (const { timer } of clocks.values()) clearTimeout(timer);
      resolve(result);
    };
    const look = (job: Job | undefined) => {
      if (!job || !watched.includes(job.id)) return;
      if (job.id === ask.jobId && isSettled(job.state)) return end(settled(job));
      tellOf(job, world.tell);
      const clock = clocks.get(job.id);
      const notes = Object.keys(job.notes).length;
      if (clock && (clock.notes !== notes || isSettled(job.state))) {
        clearTimeout(clock.timer);
        clocks.delete(job.id);
      }
      if (job.state.status !== 'waiting' || job.state.why !== 'network' || clocks.has(job.id)) return;
      const timer = setTimeout(() => end(leftInQueue(runner.get(job.id), job)), ask.patience * 1000);
      clocks.set(job.id, { timer, notes });
    };
    const onAbort = () => end(fail('stopped'));
    // The runner's own timers do not keep the process alive.
    const alive = setInterval(() => undefined, 60_000);
    world.signal.addEventListener('abort', onAbort);
    undo.push(
      () => clearInterval(alive),
      () => world.signal.removeEventListener('abort', onAbort),
      runner.onChange(look),
    );
    runner.start();
    for (const id of watched) look(runner.get(id));
  });
}

function settled(job: Job): Result<Job> {
  if (job.state.status === 'failed') return { ok: false, fault: job.state.fault };
  return job.state.status === 'done' ? ok(job) : fail('canceled');
}

/** The fault the job met last; it may be running its next try at this very moment. */
function leftInQueue(now: Job | undefined, then: Job): Result<Job> {
  const faults = [now, then].map((job) => (job?.state.status === 'waiting' ? job.state.fault : undefined));
  const fault: Fault = faults.find((each) => each !== undefined) ?? { code: 'offline' };
  return { ok: false, fault: { ...fault, facts: { ...fault.facts, leftInQueue: 1 } } };
}

function tellOf(job: Job, tell: (line: string) => void): void {
  if (job.state.status === 'running' && job.state.stage) tell(`${job.kind}: ${job.state.stage}`);
  if (job.state.status === 'waiting' && job.state.why !== 'turn')
    tell(`${job.kind}: waiting for the ${job.state.why}`);
}
