import { createAlarm } from './alarm.ts';
import { AWAKE_KEY, type Job, type JobKind } from './job.ts';
import type { JobBook } from './job-book.ts';
import { createJobRun, type JobRun } from './job-run.ts';
import type { JobTable } from './job-table.ts';
import { createLaneHolds } from './lane-holds.ts';
import type { JobEvent } from './move-job.ts';
import { createRunEnds } from './run-ends.ts';
import { createTurns, type Turns } from './turns.ts';
import { createWaitingRoom } from './waiting-room.ts';

/** What the lanes need. */
export interface LanesParts {
  readonly table: JobTable;
  readonly book: JobBook;
  readonly kinds: ReadonlyMap<string, JobKind>;
  readonly concurrency: (lane: string) => number;
  readonly now: () => number;
  readonly random: () => number;
  readonly startPaused: boolean;
  /** Called when a run is over. */
  readonly onRunOver: () => void;
}

/** Runs waiting jobs, lane by lane in the order of asking. */
export interface Lanes {
  /** Whoever decides about a job does it in its turn; while it is taken the job does not start. */
  readonly turns: Turns;
  /** Begins to run what waits. */
  open(): void;
  /** Takes in jobs that wait. */
  admit(jobs: readonly Job[]): void;
  /** Jobs that sit elsewhere in the order by now. */
  reseat(jobs: readonly Job[]): void;
  /** Starts nothing until `resume`; what runs goes on. */
  pause(): void;
  resume(): void;
  isPaused(): boolean;
  /** The computer is about to sleep: starts nothing and lets runs know, until `unpark`. */
  park(): void;
  /** It is awake: all that waited for that, or for a time, is tried now. */
  unpark(): void;
  /** The job for which a lane is held. */
  holder(lane: string): Job | undefined;
  release(key: string): void;
  nudge(): void;
  /** Tells the run of this job, if there is one, to end. */
  abort(id: string): void;
  /** The done or failed that a full disk has not taken yet. */
  unwrittenEnd(id: string): JobEvent | undefined;
  dropUnwrittenEnd(id: string): void;
  /** The run of this job that still goes on. */
  runOf(id: string): JobRun | undefined;
  isQuiet(): boolean;
  /** Tells all runs to end, waits for them (at most 5 s) and puts the jobs back; starts nothing from now on. */
  close(): Promise<void>;
}

const longestStopMs = 5_000;
/** The clock was set back, not merely corrected, when it goes back by more than this. */
const clockSlackMs = 1_000;

/** Lanes over this book; closed until `open`. */
export function createLanes(parts: LanesParts): Lanes {
  const { table, book, now } = parts;
  const room = createWaitingRoom(table);
  const turns = createTurns(sitAgain);
  const runs = new Map<string, JobRun>();
  const busy = new Map<string, number>();
  const alarm = createAlarm(now, wakeDue);
  const ends = createRunEnds({ ...parts, seat, isClosing: () => closing });
  const holds = createLaneHolds(table);
  let opened = false;
  let paused = parts.startPaused;
  let parked = false;
  let closing = false;
  let lastLook = now();

  function seat(job: Job): void {
    room.seat(job);
    if (job.state.status === 'waiting' && job.state.retryAt !== undefined) setAlarm();
  }

  function setAlarm(): void {
    alarm.set(opened && !closing ? room.firstDueAt() : undefined);
  }

  /** A job whose turn came while something was decided about it has lost its seat. */
  function sitAgain(id: string): void {
    const job = table.get(id);
    if (!job) return;
    const { state } = job;
    if (state.status === 'waiting' && state.key === undefined && state.retryAt === undefined) room.seat(job);
    // Also where it is settled: it may have been what held the lane.
    serve(job.lane);
  }

  function serve(lane: string): void {
    while (
      opened &&
      !closing &&
      !paused &&
      !parked &&
      (busy.get(lane) ?? 0) < holds.width(lane, parts.concurrency(lane))
    ) {
      const job = room.next(lane);
      if (!job) return;
      if (!turns.isTaken(job.id)) begin(job);
    }
  }

  function begin(job: Job): void {
    // The place is taken before anybody is told, because who is told may ask for more to be run.
    busy.set(job.lane, (busy.get(job.lane) ?? 0) + 1);
    const started = book.move(job.id, { is: 'start' });
    if (!started) {
      freePlace(job.lane);
      return;
    }
    const run = createJobRun({
      ...{ job: started, book, current: () => table.get(job.id) },
      isParked: () => parked,
    });
    runs.set(run.id, run);
    void goThrough(run, started);
  }

  function freePlace(lane: string): void {
    const left = (busy.get(lane) ?? 1) - 1;
    if (left > 0) busy.set(lane, left);
    else busy.delete(lane);
  }

  async function goThrough(run: JobRun, job: Job): Promise<void> {
    const end = await ends.perform(run, job);
    run.clearDesk();
    await turns.take([run.id], async () => {
      await ends.settle(run, end);
      const ended = table.get(run.id);
      if (ended) holds.note(ended);
      // Only now: until the job has its seat, a key released meanwhile must find the run.
      runs.delete(run.id);
    });
    freePlace(run.lane);
    run.leave();
    serve(run.lane);
    parts.onRunOver();
  }

  function wake(jobs: readonly Job[]): void {
    if (closing) return;
    const lanes = new Set<string>();
    for (const job of jobs) {
      const woken = book.move(job.id, { is: 'wake' });
      if (!woken) continue;
      room.seat(woken);
      lanes.add(woken.lane);
    }
    for (const lane of lanes) serve(lane);
    setAlarm();
  }

  function release(key: string): void {
    for (const run of runs.values()) run.released.add(key);
    wake(room.keyed(key));
  }

  function wakeDue(): void {
    const time = now();
    const setBack = time < lastLook - clockSlackMs;
    lastLook = time;
    // Nobody knows any more how long those have waited.
    wake(setBack ? room.timed() : room.due(time));
  }

  return {
    turns,
    open() {
      if (opened) return;
      opened = true;
      // Keys may have been released in the process before, or none may remember to: those who wait look for themselves.
      wake(room.keyed());
      for (const lane of room.lanes()) serve(lane);
    },
    admit(jobs) {
      for (const job of jobs) room.seat(job);
      for (const lane of new Set(jobs.map((job) => job.lane))) serve(lane);
    },
    reseat(jobs) {
      for (const job of jobs) room.seat(job);
    },
    pause() {
      paused = true;
    },
    resume() {
      paused = false;
      for (const lane of room.lanes()) serve(lane);
    },
    isPaused: () => paused,
    park() {
      parked = true;
    },
    unpark() {
      parked = false;
      release(AWAKE_KEY);
      wake(room.timed());
      for (const lane of room.lanes()) serve(lane);
    },
    holder: holds.holder,
    release,
    nudge: () => wake(room.timed()),
    abort: (id) => runs.get(id)?.abort(),
    unwrittenEnd: ends.unwritten,
    dropUnwrittenEnd: ends.dropUnwritten,
    runOf: (id) => runs.get(id),
    isQuiet: () => runs.size === 0,
    async close() {
      closing = true;
      setAlarm();
      for (const run of runs.values()) run.abort();
      await within(longestStopMs, Promise.all([...runs.values()].map((run) => run.over)));
      for (const run of runs.values()) {
        run.clearDesk();
        book.move(run.id, { is: 'put-back' });
        run.leave();
      }
    },
  };
}

/** Waits for `work`, but no longer than `ms`. */
async function within(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const bound = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await Promise.race([work, bound]);
  clearTimeout(timer);
}
