import { retryJobs } from '../boot/retry.ts';
import type { Stations } from '../boot/stations.ts';
import { isSettled, type Job } from '../jobs/job.ts';
import { fail, ok, type Result } from '../result.ts';
import type { RequeueCommand } from './arguments.ts';
import type { Ending } from './world.ts';

/** `timbre retry` and `timbre cancel`: jobs and batches by their ids, or all that have failed, all that are unfinished. */
export async function requeue(
  { command, words, all }: RequeueCommand,
  stations: Pick<Stations, 'runner' | 'batchShelf'>,
): Promise<Ending> {
  const { runner } = stations;
  const isFailed = ({ state }: Job): boolean => state.status === 'failed';
  const isOpen = ({ state }: Job): boolean => !isSettled(state);
  // Who names a batch means what was canceled of it too, as “Speak the rest” does; all that failed is only that.
  const isLeft = (job: Job): boolean => isFailed(job) || job.state.status === 'canceled';
  const named = all
    ? ok(runner.list().filter(command === 'retry' ? isFailed : isOpen))
    : jobsNamed(words, stations, command === 'retry' ? isLeft : isOpen);
  if (!named.ok) return named;
  const ids = named.value.map(({ id }) => id);
  const result = await (command === 'retry' ? retryJobs(runner, ids) : runner.cancelAll(ids));
  if (!result.ok) return result;
  const count = ids.length;
  return ok({
    document: { [command === 'retry' ? 'retried' : 'canceled']: ids },
    text: command === 'retry' ? `${count} in the queue again; go on with “run”.` : `${count} canceled.`,
  });
}

/** The jobs with these ids, and those of the batches with these ids that it is about. */
function jobsNamed(
  ids: readonly string[],
  { runner, batchShelf }: Pick<Stations, 'runner' | 'batchShelf'>,
  isMeant: (job: Job) => boolean,
): Result<readonly Job[]> {
  const jobs: Job[] = [];
  for (const id of ids) {
    const job = runner.get(id);
    if (job) jobs.push(job);
    else if (batchShelf.get(id))
      jobs.push(...runner.list().filter((each) => isOf(id, each) && isMeant(each)));
    else return fail('job-not-found', { detail: id });
  }
  return ok(jobs);
}

function isOf(batchId: string, { input }: Job): boolean {
  const line: unknown = Object(input)['line'];
  return Object(line)['batchId'] === batchId;
}
