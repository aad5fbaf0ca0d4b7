import { cloneNotesToForget } from '../cloning/training/clone-job.ts';
import type { Job } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/runner.ts';
import { fail, type Result } from '../result.ts';
import { speechNotesToForget } from '../speaking/speech-job.ts';

/** Takes a failed or canceled job up again, forgetting what stood in its way. Fails with `job-not-found` or `job-not-retryable`. */
export async function retryJob(runner: JobRunner, jobId: string): Promise<Result<Job>> {
  const job = runner.get(jobId);
  if (!job) return fail('job-not-found');
  if (job.state.status !== 'failed') return runner.retry(jobId);
  const { fault } = job.state;
  return runner.retry(
    jobId,
    job.kind === 'speak' ? speechNotesToForget(fault) : cloneNotesToForget(fault, job.notes),
  );
}
