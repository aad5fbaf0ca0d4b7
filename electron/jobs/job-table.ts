import { isSettled, type Job } from './job.ts';

/** The jobs in memory, in the order they were asked. */
export interface JobTable {
  get(id: string): Job | undefined;
  /** The same array until something changes. */
  list(): readonly Job[];
  /** Place in the order of asking; smaller is earlier. Undefined for an unknown job. */
  order(id: string): number | undefined;
  /** Takes so many places at the end of the order; answers the first of them. */
  takePlaces(count: number): number;
  /** How many jobs are not settled. */
  unsettled(): number;
  /** Adds a job or puts a new value in the place of the old one, and tells the listeners. */
  put(job: Job): void;
  remove(id: string): void;
  /** Answers the undo. */
  onChange(listener: (job: Job) => void): () => void;
}

/** A table holding these jobs. */
export function createJobTable(jobs: readonly Job[]): JobTable {
  const rows = new Map<string, { order: number; job: Job }>();
  const listeners = new Set<(job: Job) => void>();
  let nextOrder = 0;
  let unsettled = 0;
  let listed: readonly Job[] | undefined;
  /** The rows stand as they were asked; false once one has moved. */
  let inOrder = true;

  function store(job: Job): void {
    const row = rows.get(job.id);
    unsettled += countUnsettled(job) - countUnsettled(row?.job);
    listed = undefined;
    if (row) {
      row.job = job;
      if (job.rank !== undefined && job.rank !== row.order) place(row, job.rank);
      return;
    }
    const order = job.rank ?? nextOrder;
    if (order < nextOrder) inOrder = false;
    rows.set(job.id, { order, job });
    nextOrder = Math.max(nextOrder, Math.floor(order) + 1);
  }

  function place(row: { order: number }, order: number): void {
    row.order = order;
    inOrder = false;
  }

  for (const job of jobs) store(job);
  return {
    get: (id) => rows.get(id)?.job,
    list() {
      if (listed) return listed;
      const sorted = [...rows.values()];
      if (!inOrder) sorted.sort((a, b) => a.order - b.order);
      listed = sorted.map(({ job }) => job);
      return listed;
    },
    order: (id) => rows.get(id)?.order,
    takePlaces(count) {
      const first = nextOrder;
      nextOrder += count;
      return first;
    },
    unsettled: () => unsettled,
    put(job) {
      store(job);
      for (const listener of listeners) tell(listener, job);
    },
    remove(id) {
      unsettled -= countUnsettled(rows.get(id)?.job);
      listed = undefined;
      rows.delete(id);
    },
    onChange(listener) {
      // A wrapper of its own, so that the same function can listen twice and each undo ends only its own.
      const own = (job: Job): void => listener(job);
      listeners.add(own);
      return () => listeners.delete(own);
    },
  };
}

function countUnsettled(job: Job | undefined): number {
  return job && !isSettled(job.state) ? 1 : 0;
}

/** A listener that throws is a defect: it comes out as an uncaught error, but never in the middle of a job's change. */
function tell(listener: (job: Job) => void, job: Job): void {
  try {
    listener(job);
  } catch (error) {
    queueMicrotask(() => {
      throw error;
    });
  }
}
