import type { JobFaultCode } from '../../jobs/job.ts';
import { type FaultRow, NOTHING_LOST, WORK_SAFE } from './words.ts';

/** Words for the faults of the queue. */
export const JOBS_ROWS: { readonly [C in JobFaultCode]: FaultRow } = {
  'job-unreadable': [
    'This entry of the queue cannot be read by this version.',
    'It is kept as it is.',
    'Update Timbre.',
  ],
  'job-broke': [
    'Something unexpected happened in Timbre.',
    WORK_SAFE,
    'Try again; if it happens again, report it.',
  ],
  'journal-not-written': [
    'The queue could not be written to disk.',
    'What was in the queue before is kept; this was not added.',
    'Free some space or check the folder, then ask again.',
  ],
  'job-not-found': ['There is no such entry in the queue.', NOTHING_LOST, ''],
  'job-not-retryable': ['This entry cannot be retried or canceled now.', NOTHING_LOST, ''],
};
