import { assertNever, type Fault, fail, type Json, ok, type Result } from '../result.ts';
import type { Job, JobState, WaitReason } from './job.ts';

/** Everything that can happen to a job. */
export type JobEvent =
  /** Its turn has come. */
  | { readonly is: 'start' }
  /** The run says how far it is. */
  | { readonly is: 'stage'; readonly name: string }
  /** The run wrote something down. */
  | { readonly is: 'note'; readonly key: string; readonly value: Json }
  | { readonly is: 'done'; readonly result: Json }
  | { readonly is: 'fail'; readonly fault: Fault }
  /** The run ended and has to go on later; `tries` is the new count. */
  | {
      readonly is: 'wait';
      readonly why: WaitReason;
      readonly tries: number;
      readonly retryAt?: number;
      readonly key?: string;
      readonly fault?: Fault;
      readonly holdsLane?: true;
    }
  /** Its time has come or its key was released: from now on it waits only for its turn. */
  | { readonly is: 'wake' }
  /** The process closes or was killed: the try does not count. */
  | { readonly is: 'put-back' }
  | { readonly is: 'cancel' }
  /** It has another place in the order from now on. */
  | { readonly is: 'rank'; readonly rank: number }
  /** A person asks again; `forget` names notes to drop. */
  | { readonly is: 'retry'; readonly forget: readonly string[] };

type Status = JobState['status'];

/**
 * From which states each event may leave. `done` is taken from anywhere but an end of its own: what was paid for is
 * kept, even where the person canceled meanwhile or the disk could not take the answer at first. A note may come late,
 * from a run that is still putting its things away.
 */
const allowedFrom: Readonly<Record<JobEvent['is'], readonly Status[]>> = {
  start: ['waiting'],
  stage: ['running'],
  note: ['waiting', 'running', 'done', 'failed', 'canceled'],
  done: ['running', 'waiting', 'canceled'],
  fail: ['running'],
  wait: ['running'],
  wake: ['waiting'],
  'put-back': ['running'],
  cancel: ['waiting', 'running'],
  rank: ['waiting', 'running', 'done', 'failed', 'canceled'],
  retry: ['failed', 'canceled'],
};

/**
 * The one place where a job changes: the job after `event`, which happened at `now` (milliseconds since 1970). Fails
 * with `job-move-refused` when the event has no place in the job's state; the job given is never altered.
 */
export function moveJob(job: Job, event: JobEvent, now: number): Result<Job, 'job-move-refused'> {
  if (!allowedFrom[event.is].includes(job.state.status)) {
    return fail('job-move-refused', { detail: `${event.is} has no place while ${job.state.status}` });
  }
  return ok(moved(job, event, now));
}

function moved(job: Job, event: JobEvent, now: number): Job {
  switch (event.is) {
    case 'note':
      return { ...job, notes: { ...job.notes, [event.key]: event.value } };
    case 'wait':
      return { ...job, tries: event.tries, state: waitingState(event, now) };
    case 'rank':
      // A state of its own, so that the seat taken at the old place is given up.
      return { ...job, rank: event.rank, state: { ...job.state } };
    case 'retry':
      return { ...job, tries: 0, notes: without(job.notes, event.forget), state: waitingForTurn(now) };
    default:
      return { ...job, state: nextState(job.state, event, now) };
  }
}

type PlainEvent = Exclude<JobEvent, { is: 'note' | 'wait' | 'rank' | 'retry' }>;

function nextState(state: JobState, event: PlainEvent, now: number): JobState {
  switch (event.is) {
    case 'start':
      return { status: 'running', since: now };
    case 'stage':
      return { status: 'running', since: 'since' in state ? state.since : now, stage: event.name };
    case 'done':
      return { status: 'done', at: now, result: event.result };
    case 'fail':
      return { status: 'failed', at: now, fault: event.fault };
    case 'wake':
      // The last fault stays in sight until the next run has its own say.
      return { ...waitingForTurn(now), ...('fault' in state && state.fault ? { fault: state.fault } : {}) };
    case 'put-back':
      return waitingForTurn(now);
    case 'cancel':
      return { status: 'canceled', at: now };
    default:
      return assertNever(event);
  }
}

/** The state of a job that waits only for its place in the lane. */
export function waitingForTurn(since: number): JobState & { readonly status: 'waiting' } {
  return { status: 'waiting', why: 'turn', since };
}

function waitingState(event: JobEvent & { is: 'wait' }, since: number): JobState {
  const { why, retryAt, key, fault, holdsLane } = event;
  return {
    status: 'waiting',
    why,
    since,
    ...(retryAt === undefined ? {} : { retryAt }),
    ...(key === undefined ? {} : { key }),
    ...(fault === undefined ? {} : { fault }),
    ...(holdsLane && { holdsLane }),
  };
}

function without(notes: Job['notes'], names: readonly string[]): Job['notes'] {
  const dropped = new Set(names);
  return Object.fromEntries(Object.entries(notes).filter(([name]) => !dropped.has(name)));
}
