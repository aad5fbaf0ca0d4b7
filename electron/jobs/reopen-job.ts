import { isSettled, type Job } from './job.ts';
import { moveJob } from './move-job.ts';

/**
 * A job as the process that opens the journal finds it; `now` in milliseconds since 1970. What ran when the last process
 * ended waits for its turn again, and so does what waits for a time by a clock that has been set back since. A job that
 * cannot be read here is shown as failed; its lines stay as they are, for a version that can read it.
 */
export function reopenJob(job: Job, view: { readonly readable: boolean; readonly now: number }): Job {
  const { state } = job;
  if (isSettled(state)) return job;
  if (!view.readable) {
    const detail = `this version cannot read jobs of the kind ${job.kind} as they were left`;
    return { ...job, state: { status: 'failed', at: view.now, fault: { code: 'job-unreadable', detail } } };
  }
  if (state.status === 'running') return orSame(job, moveJob(job, { is: 'put-back' }, view.now));
  const timeless = state.status === 'waiting' && state.retryAt !== undefined && state.since > view.now;
  return timeless ? orSame(job, moveJob(job, { is: 'wake' }, view.now)) : job;
}

function orSame(job: Job, moved: ReturnType<typeof moveJob>): Job {
  return moved.ok ? moved.value : job;
}
