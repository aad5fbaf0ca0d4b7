import { fail, ok, type Result } from '../result.ts';
import type { JobTable } from './job-table.ts';

type Ranks = readonly (readonly [id: string, rank: number])[];

/** Places nearer to each other than this are given anew: numbers between them run out. */
const CLOSEST = 1e-6;

/**
 * The places jobs get that are put before another one (null: behind all), in the order of `ids`. Only they move, unless
 * there is no room left between their neighbours: then all jobs get new places. Jobs of before get the place they have.
 */
export function newRanks(
  table: Pick<JobTable, 'list' | 'order'>,
  ids: readonly string[],
  before: string | null,
): Result<Ranks, 'job-not-found'> {
  const moving = new Set(ids);
  const jobs = table.list();
  const known = new Set(jobs.map(({ id }) => id));
  if (ids.some((id) => !known.has(id)) || (before !== null && !known.has(before)))
    return fail('job-not-found');
  const others = jobs.filter(({ id }) => !moving.has(id));
  // Put before one that moves itself: before the first behind it that does not.
  const from = before === null ? jobs.length : jobs.findIndex(({ id }) => id === before);
  const next = jobs.slice(from).find(({ id }) => !moving.has(id));
  const at = next ? others.indexOf(next) : others.length;
  const order = (index: number): number | undefined => {
    const job = others[index];
    return job && table.order(job.id);
  };
  const low = order(at - 1) ?? (order(at) ?? 0) - moving.size - 1;
  const high = order(at) ?? low + moving.size + 1;
  const step = (high - low) / (moving.size + 1);
  if (step < CLOSEST) {
    const all = [
      ...others.slice(0, at).map(({ id }) => id),
      ...moving,
      ...others.slice(at).map(({ id }) => id),
    ];
    return ok(all.map((id, i) => [id, i] as const));
  }
  const placed = others.flatMap(({ id, rank }) =>
    rank === undefined ? [[id, table.order(id) ?? 0] as const] : [],
  );
  return ok([...placed, ...[...moving].map((id, i) => [id, low + step * (i + 1)] as const)]);
}
