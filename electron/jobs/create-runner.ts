import { randomUUID } from 'node:crypto';
import { ok, type Result } from '../result.ts';
import { createIdle } from './idle.ts';
import type { Job, JobFaultCode } from './job.ts';
import { createJobBook } from './job-book.ts';
import { createJobRequests } from './job-requests.ts';
import { createJobTable } from './job-table.ts';
import { nodeDisk } from './journal-file.ts';
import { createLanes } from './lanes.ts';
import { openJournal } from './open-journal.ts';
import { reopenJob } from './reopen-job.ts';
import type { JobRunner, JobRunnerOptions } from './runner.ts';

/**
 * Opens the journal in `options.folder` and answers a runner over it that runs nothing before `start()`. Fails with
 * `journal-not-written` when the folder cannot be made or the journal cannot be read or opened for writing.
 *
 * The runner keeps the process alive only while somebody awaits `idle()` or `stop()`: its other timers do not count.
 */
export async function createJobRunner(options: JobRunnerOptions): Promise<Result<JobRunner, JobFaultCode>> {
  const { folder, disk = nodeDisk, now = Date.now, onDamage } = options;
  const { concurrency = () => 1, newId = randomUUID, random = Math.random, startPaused = false } = options;
  const opened = await openJournal({ folder, disk, now, onDamage });
  if (!opened.ok) return opened;
  const { jobs, beyondUs, writer: journal } = opened.value;
  const kinds = new Map(options.kinds.map((kind) => [kind.kind, kind]));
  const reopened = (job: Job): Job =>
    reopenJob(job, { readable: kinds.has(job.kind) && !beyondUs.has(job.id), now: now() });

  const table = createJobTable(jobs.map(reopened));
  const book = createJobBook({ table, journal, now });
  const idle = createIdle(() => table.unsettled() === 0 && lanes.isQuiet());
  const lanes = createLanes({
    ...{ table, book, kinds, concurrency, now, random, startPaused },
    onRunOver: () => idle.look(),
  });
  const requests = createJobRequests({
    ...{ table, book, lanes, kinds, beyondUs, newId, now },
    onCanceled: () => idle.look(),
  });
  lanes.admit(table.list());

  async function stopAll(): Promise<void> {
    await lanes.close();
    await journal.close();
    idle.end();
  }

  let stopping: Promise<void> | undefined;
  const runner: JobRunner = {
    ...requests,
    start: lanes.open,
    stop() {
      stopping ??= stopAll();
      return stopping;
    },
    list: table.list,
    get: table.get,
    pause: lanes.pause,
    resume: lanes.resume,
    isPaused: lanes.isPaused,
    park: lanes.park,
    unpark: lanes.unpark,
    holder: lanes.holder,
    release: lanes.release,
    nudge: lanes.nudge,
    onChange: table.onChange,
    idle: idle.wait,
  };
  return ok(runner);
}
