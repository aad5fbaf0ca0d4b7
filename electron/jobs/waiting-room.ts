import { createHeap, type Heap } from './heap.ts';
import type { Job } from './job.ts';
import type { JobTable } from './job-table.ts';

/** Where waiting jobs sit: by lane for their turn, by the time they wait for, by the key they wait for. */
export interface WaitingRoom {
  /** Gives a waiting job its seat; any other job gets none. */
  seat(job: Job): void;
  /** Takes out the job of this lane that was asked first, of those that wait only for their turn. */
  next(lane: string): Job | undefined;
  /** Lanes in which somebody may sit. */
  lanes(): readonly string[];
  /** Takes out the jobs whose time has come. */
  due(now: number): readonly Job[];
  /** Takes out all jobs that wait for a time. */
  timed(): readonly Job[];
  /** Takes out the jobs that wait for this key; without a key, those that wait for any. */
  keyed(key?: string): readonly Job[];
  /** When the earliest time comes, in milliseconds since 1970. */
  firstDueAt(): number | undefined;
}

/** The job as it was when it sat down: when its state is another by now, the seat is empty. */
interface Seat {
  readonly job: Job;
  readonly rank: number;
}

/** A room for the jobs of this table. Seats are given up by leaving them: a job that changed is no longer found. */
export function createWaitingRoom(table: Pick<JobTable, 'get' | 'order'>): WaitingRoom {
  const lanes = new Map<string, Heap<Seat>>();
  const keys = new Map<string, Set<string>>();
  let times = newHeap();

  const sitting = ({ job }: Seat): Job | undefined => {
    const current = table.get(job.id);
    return current?.state === job.state ? current : undefined;
  };

  function firstTimed(): Seat | undefined {
    for (let seat = times.first(); seat; seat = times.first()) {
      if (sitting(seat)) return seat;
      times.pop();
    }
    return undefined;
  }

  function keyHolders(key: string): readonly Job[] {
    const ids = [...(keys.get(key) ?? [])];
    keys.delete(key);
    return ids.flatMap((id) => {
      const job = table.get(id);
      return job?.state.status === 'waiting' && job.state.key === key ? [job] : [];
    });
  }

  return {
    seat(job) {
      const { state } = job;
      if (state.status !== 'waiting') return;
      if (state.key !== undefined) getOrMake(keys, state.key, () => new Set<string>()).add(job.id);
      else if (state.retryAt !== undefined) times.push({ job, rank: state.retryAt });
      else getOrMake(lanes, job.lane, newHeap).push({ job, rank: table.order(job.id) ?? 0 });
    },
    next(lane) {
      const heap = lanes.get(lane);
      for (let seat = heap?.pop(); seat; seat = heap?.pop()) {
        const job = sitting(seat);
        if (job) return job;
      }
      lanes.delete(lane);
      return undefined;
    },
    lanes: () => [...lanes.keys()],
    due(now) {
      const jobs: Job[] = [];
      for (let seat = firstTimed(); seat && seat.rank <= now; seat = firstTimed()) {
        times.pop();
        jobs.push(table.get(seat.job.id) ?? seat.job);
      }
      return jobs;
    },
    timed() {
      const seats = times.items();
      times = newHeap();
      return seats.flatMap((seat) => sitting(seat) ?? []);
    },
    keyed: (key) => (key === undefined ? [...keys.keys()].flatMap(keyHolders) : keyHolders(key)),
    firstDueAt: () => firstTimed()?.rank,
  };
}

function newHeap(): Heap<Seat> {
  return createHeap<Seat>(({ rank }) => rank);
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key);
  if (there !== undefined) return there;
  const made = make();
  map.set(key, made);
  return made;
}
