import { createStretches } from '../processes/stretches.ts';
import { fail, ok, type Result } from '../result.ts';
import { isSettled, type Job, type JobFaultCode, type JobKind } from './job.ts';
import type { BookFaultCode, JobBook } from './job-book.ts';
import type { JobTable } from './job-table.ts';
import type { Lanes } from './lanes.ts';
import { waitingForTurn } from './move-job.ts';
import { newRanks } from './new-ranks.ts';
import type { JobRunner, NewJob } from './runner.ts';

/** What a person may ask of the runner. */
export type JobRequests = Pick<
  JobRunner,
  'add' | 'cancel' | 'cancelAll' | 'retry' | 'retryAll' | 'forget' | 'reorder'
>;

/** What the requests work on. */
export interface JobRequestsParts {
  readonly table: JobTable;
  readonly book: JobBook;
  readonly lanes: Lanes;
  readonly kinds: ReadonlyMap<string, JobKind>;
  /** Jobs that a newer version has changed in ways unknown here: they cannot be tried again. */
  readonly beyondUs: ReadonlySet<string>;
  readonly newId: () => string;
  readonly now: () => number;
  /** Called when a job was canceled. */
  readonly onCanceled: () => void;
}

/** The requests over this book. */
export function createJobRequests(parts: JobRequestsParts): JobRequests {
  const { table, book, lanes, kinds } = parts;
  /** Ids of jobs on their way to the disk. */
  const promised = new Set<string>();

  async function enter(jobs: readonly Job[]): Promise<Result<readonly Job[], JobFaultCode>> {
    for (const { id } of jobs) promised.add(id);
    try {
      const written = await book.enter(jobs);
      if (!written.ok) return written;
    } finally {
      for (const { id } of jobs) promised.delete(id);
    }
    lanes.admit(jobs);
    return ok(jobs);
  }

  async function cancelNow(id: string): Promise<Result<Job, JobFaultCode>> {
    const job = table.get(id);
    if (!job) return fail('job-not-found');
    if (isSettled(job.state)) return ok(job);
    const end = lanes.unwrittenEnd(id);
    const moved = await book.moveFlushed(id, end?.is === 'done' ? end : { is: 'cancel' });
    if (!moved.ok) return fail(codeOf(moved.fault.code), moved.fault);
    lanes.dropUnwrittenEnd(id);
    lanes.abort(id);
    parts.onCanceled();
    return moved;
  }

  /** Those that run, or whose end the disk has not taken, are few and canceled one by one. */
  async function cancelAllNow(ids: readonly string[]): Promise<Result<readonly Job[], JobFaultCode>> {
    const isSimple = (id: string): boolean => !lanes.runOf(id) && !lanes.unwrittenEnd(id);
    const others = ids.filter((id) => !isSimple(id));
    const each = Promise.all(others.map(cancelNow));
    const all = await book.moveAllFlushed(ids.filter(isSimple), () => ({ is: 'cancel' }));
    const ended = await each;
    if (!all.ok) return all;
    parts.onCanceled();
    const refused = ended.find((one) => !one.ok && one.fault.code !== 'job-not-found');
    if (refused && !refused.ok) return refused;
    return ok([...ended.flatMap((one) => (one.ok ? [one.value] : [])), ...all.value]);
  }

  const isReadable = ({ id, kind, input }: Job): boolean =>
    kinds.get(kind)?.parse(input).ok === true && !parts.beyondUs.has(id);

  async function retryNow(id: string, notes: readonly string[]): Promise<Result<Job, JobFaultCode>> {
    const job = table.get(id);
    if (!job) return fail('job-not-found');
    if (job.state.status !== 'failed' && job.state.status !== 'canceled') return fail('job-not-retryable');
    if (!isReadable(job)) return fail('job-unreadable');
    const moved = await book.moveFlushed(id, { is: 'retry', forget: notes });
    return moved.ok ? moved : fail(codeOf(moved.fault.code), moved.fault);
  }

  async function forgetNow(ids: readonly string[]): Promise<Result<void, JobFaultCode>> {
    const jobs = ids.flatMap((id) => table.get(id) ?? []);
    return jobs.every(({ state }) => isSettled(state))
      ? book.remove(jobs.map(({ id }) => id))
      : fail('job-not-found');
  }

  /** A canceled job may still be putting its things away, and may yet turn out to be done. */
  async function afterCanceledRuns(ids: readonly string[]): Promise<void> {
    const canceled = ids.filter((id) => table.get(id)?.state.status === 'canceled');
    await Promise.all(canceled.map((id) => lanes.runOf(id)?.over));
  }

  return {
    async add(asked) {
      const made = await newJobs(asked, parts);
      if (!made.ok || made.value.length === 0) return made;
      refuseKnownIds(made.value, (id) => table.get(id) !== undefined || promised.has(id));
      return enter(made.value);
    },
    async reorder(ids, before) {
      const ranks = newRanks(table, ids, before);
      if (!ranks.ok) return ranks;
      const ranked = await book.rank(ranks.value);
      if (!ranked.ok) return ranked;
      lanes.reseat(ranked.value);
      return ok(undefined);
    },
    cancel: (id) => lanes.turns.take([id], () => cancelNow(id)),
    cancelAll: (ids) => lanes.turns.take(ids, () => cancelAllNow(ids)),
    async retry(id, notes = []) {
      await afterCanceledRuns([id]);
      return lanes.turns.take([id], () => retryNow(id, notes));
    },
    async retryAll(asks) {
      const forget = new Map(asks.map((ask) => [ask.id, ask.forget]));
      const ids = [...forget.keys()];
      await afterCanceledRuns(ids);
      return lanes.turns.take(ids, async () => {
        const readable = ids.filter((id) => {
          const job = table.get(id);
          return job !== undefined && isReadable(job);
        });
        return book.moveAllFlushed(readable, (id) => ({ is: 'retry', forget: forget.get(id) ?? [] }));
      });
    },
    async forget(ids) {
      await afterCanceledRuns(ids);
      return lanes.turns.take(ids, () => forgetNow(ids));
    },
  };
}

async function newJobs(
  asked: readonly NewJob[],
  { kinds, newId, now, table }: Pick<JobRequestsParts, 'kinds' | 'newId' | 'now' | 'table'>,
): Promise<Result<readonly Job[], JobFaultCode>> {
  const createdAt = now();
  const jobs: Job[] = [];
  // Taken before the first stretch is over: who asks meanwhile comes after.
  const first = table.takePlaces(asked.length);
  const stretches = createStretches();
  for (const { kind: name, input, id = newId() } of asked) {
    const kind = kinds.get(name);
    if (!kind) return fail('job-unreadable', { detail: `nobody does jobs of the kind ${name}` });
    const parsed = kind.parse(input);
    if (!parsed.ok) return parsed;
    const lane = kind.lane(parsed.value);
    jobs.push({
      id,
      kind: name,
      lane,
      input,
      notes: {},
      tries: 0,
      createdAt,
      rank: first + jobs.length,
      state: waitingForTurn(createdAt),
    });
    if (stretches.isOver()) await stretches.rest();
  }
  return ok(jobs);
}

/** Two jobs of one id would write over each other's notes: a defect of the caller. */
function refuseKnownIds(jobs: readonly Job[], isKnown: (id: string) => boolean): void {
  const own = new Set<string>();
  for (const { id } of jobs) {
    if (isKnown(id) || own.has(id)) throw new Error(`a job with the id ${id} exists already`);
    own.add(id);
  }
}

function codeOf(code: BookFaultCode): JobFaultCode {
  return code === 'job-move-refused' ? 'job-not-retryable' : code;
}
