import type { Job } from './job.ts';
import type { JobTable } from './job-table.ts';

/**
 * Lanes that are held: a run has found that the next ones would fare no better (no network, too many calls, no credits).
 * Nothing starts in such a lane until the job that found it is tried again, and then one alone, until one gets through:
 * ten thousand lines make one vain call, not ten thousand.
 */
export interface LaneHolds {
  /** A run of this job is over; `job` is what it has become. */
  note(job: Job): void;
  /** How many jobs of the lane may run at once, where `full` would. */
  width(lane: string, full: number): number;
  /** The job for which a lane is held, the one that is tried again first. */
  holder(lane: string): Job | undefined;
}

/** Holds over the jobs of this table; those that were left by the last process are found again. */
export function createLaneHolds(table: Pick<JobTable, 'get' | 'list'>): LaneHolds {
  const lanes = new Map<string, Set<string>>();
  for (const job of table.list()) if (isHolding(job)) hold(job);

  function hold({ lane, id }: Job): void {
    const ids = lanes.get(lane) ?? new Set();
    lanes.set(lane, ids.add(id));
  }

  /** Those that hold the lane by now: one that was woken, canceled or forgotten holds it no longer. */
  function holders(lane: string): readonly Job[] {
    const ids = lanes.get(lane);
    if (!ids) return [];
    const jobs: Job[] = [];
    for (const id of ids) {
      const job = table.get(id);
      if (job && isHolding(job)) jobs.push(job);
      else ids.delete(id);
    }
    return jobs;
  }

  return {
    note(job) {
      if (isHolding(job)) return hold(job);
      const isEvidence =
        job.state.status === 'done' || job.state.status === 'failed' || job.state.status === 'waiting';
      // One that was under way before says nothing about what holds the lane since.
      if (isEvidence && holders(job.lane).length === 0) lanes.delete(job.lane);
    },
    width(lane, full) {
      if (!lanes.has(lane)) return full;
      return holders(lane).length > 0 ? 0 : Math.min(1, full);
    },
    holder(lane) {
      const timeOf = ({ state }: Job): number =>
        state.status === 'waiting' ? (state.retryAt ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;
      return holders(lane).reduce<Job | undefined>(
        (first, job) => (first && timeOf(first) <= timeOf(job) ? first : job),
        undefined,
      );
    },
  };
}

function isHolding({ state }: Job): boolean {
  return (
    state.status === 'waiting' &&
    state.holdsLane === true &&
    (state.retryAt !== undefined || state.key !== undefined)
  );
}
