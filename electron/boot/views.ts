import { z } from 'zod';
import type { JobView } from '../contract/calls.ts';
import type { Job } from '../jobs/job.ts';

const lineSchema = z.object({ line: z.object({ batchId: z.string() }) });

/** Whether it speaks a line of a batch: the window then sees it there. */
export function isOfBatch(job: Job): boolean {
  return lineSchema.safeParse(job.input).success;
}

const inputSchema = z.object({
  voiceId: z.string(),
  text: z.string().exactOptional(),
  audition: z.boolean().exactOptional(),
  upload: z.string().exactOptional(),
});

/** A job as the window and the command line show it; undefined for an entry of another version. */
export function viewJob(job: Job): JobView | undefined {
  const { data } = inputSchema.safeParse(job.input);
  if (!data || (job.kind !== 'clone' && job.kind !== 'speak')) return undefined;
  const { id, kind, createdAt, state } = job;
  return { id, kind, createdAt, state, ...data };
}
