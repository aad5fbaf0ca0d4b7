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
    const clocks = new Map<string, Clock>();
    const undo: (() => void)[] = [];
    let told = '';
    const end = (result: Result<Job>) => {
      for (const each of undo) each();
      for (const { timer } of clocks.values()) clearTimeout(timer);
      resolve(result);
    };
    const look = (job: Job | undefined) => {
      if (!job || !watched.includes(job.id)) return;
      if (job.id === ask.jobId && isSettled(job.state)) return end(settled(job));
      const { state } = job;
      if (state.status === 'waiting' && (state.why === 'server' || state.why === 'credits'))
        return end(leftInQueue(job, job));
      const line = lineOf(job);
      if (line !== undefined && line !== told) world.tell(line);
      told = line ?? told;
      const clock = clocks.get(job.id);
      const notes = Object.keys(job.notes).length;
      if (clock && (clock.notes !== notes || gotThrough(job.state))) {
        clearTimeout(clock.timer);
        clocks.delete(job.id);
      }
      if (job.state.status !== 'waiting' || job.state.why !== 'network') return;
      if (clocks.get(job.id)?.isOver) return end(leftInQueue(job, job));
      if (!clocks.has(job.id)) clocks.set(job.id, startClock(job, notes));
    };
    const startClock = (job: Job, notes: number): Clock => {
      const timer = setTimeout(() => {
        const now = runner.get(job.id);
        // A try that is under way may be getting through: it is left alone until it comes back.
        if (now?.state.status === 'running') clocks.set(job.id, { timer, notes, isOver: true });
        else end(leftInQueue(now, job));
      }, ask.patience * 1000);
      return { timer, notes, isOver: false };
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
    if (world.signal.aborted) return onAbort();
    runner.resume();
    runner.start();
    // The job itself last: where it is settled already, nothing may be begun after it.
    for (const id of watched.toReversed()) look(runner.get(id));
  });
}

/** Runs while a job waits for the network and gets no further. `isOver`: its time is up, but a try is under way. */
interface Clock {
  readonly timer: NodeJS.Timeout;
  /** Notes the job had. */
  readonly notes: number;
  readonly isOver: boolean;
}

/** Whether the server was reached after all: the job is at its end, or waits for something else. */
function gotThrough(state: Job['state']): boolean {
  return isSettled(state) || (state.status === 'waiting' && state.why !== 'network' && state.why !== 'turn');
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

/** One line for what the job does or waits for; undefined where there is nothing to tell. */
function lineOf({ kind, state }: Job): string | undefined {
  if (state.status === 'running' && state.stage) return `${kind}: ${state.stage}`;
  if (state.status === 'waiting' && state.why !== 'turn') return `${kind}: waiting for the ${state.why}`;
  return undefined;
}
