import { cloneNotesToForget } from '../cloning/training/clone-job.ts';
import type { Job } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/runner.ts';
import { fail, ok, type Result } from '../result.ts';
import { speechNotesToForget } from '../speaking/speech-job.ts';

/** Takes a failed or canceled job up again, forgetting what stood in its way. Fails with `job-not-found` or `job-not-retryable`. */
export async function retryJob(runner: JobRunner, jobId: string): Promise<Result<Job>> {
  const job = runner.get(jobId);
  if (!job) return fail('job-not-found');
  return runner.retry(jobId, notesToForget(job));
}

/** The same for many, in one write; `job-not-retryable` where that was so of some, the others are taken up all the same. */
export async function retryJobs(runner: JobRunner, jobIds: readonly string[]): Promise<Result<void>> {
  const jobs = jobIds.flatMap((id) => runner.get(id) ?? []);
  const retried = await runner.retryAll(jobs.map((job) => ({ id: job.id, forget: notesToForget(job) })));
  if (!retried.ok) return retried;
  return retried.value.length < jobIds.length ? fail('job-not-retryable') : ok(undefined);
}

function notesToForget({ kind, state, notes }: Job): readonly string[] {
  if (state.status !== 'failed') return [];
  return kind === 'speak' ? speechNotesToForget(state.fault) : cloneNotesToForget(state.fault, notes);
}
