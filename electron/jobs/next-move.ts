import { assertNever, type Fault } from '../result.ts';
import { backOffMs } from './back-off.ts';
import type { Outcome } from './job.ts';
import type { JobEvent } from './move-job.ts';

/** How a run came back: with an answer, or with a thrown error. */
export type RunEnd =
  | { readonly is: 'answered'; readonly outcome: Outcome }
  | { readonly is: 'threw'; readonly error: unknown };

/** What else decides where a job goes after a run. */
export interface RunFacts {
  /** The process is closing. */
  readonly closing: boolean;
  /** Why a note of this run could not be written, where one could not. */
  readonly lostNote: Fault | undefined;
  /** The run wrote something that was not yet known. */
  readonly gotFurther: boolean;
  /** Keys released while the run was going on. */
  readonly released: ReadonlySet<string>;
  /** The job's tries before this run. */
  readonly tries: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** 0–1. */
  readonly random: number;
}

/**
 * Where a job goes after a run. Done always counts. While closing, everything else goes back to its place, because an
 * interrupted run cannot know why it failed. A run that lost a note waits for the disk whatever it answered.
 */
export function nextMove(end: RunEnd, facts: RunFacts): JobEvent {
  if (end.is === 'answered' && end.outcome.is === 'done') return { is: 'done', result: end.outcome.result };
  if (facts.closing) return { is: 'put-back' };
  if (facts.lostNote) return waitForDisk(facts.lostNote, facts);
  if (end.is === 'threw') return { is: 'fail', fault: brokenBy(end.error) };
  const { outcome } = end;
  switch (outcome.is) {
    case 'done':
      return { is: 'done', result: outcome.result };
    case 'failed':
      return { is: 'fail', fault: outcome.fault };
    case 'put-back':
      return outcome;
    case 'waiting':
      return waitMove(outcome, facts);
    default:
      return assertNever(outcome);
  }
}

/** The wait for a disk that could not take a record; tried again after the usual back-off. */
export function waitForDisk(
  fault: Fault,
  facts: Pick<RunFacts, 'gotFurther' | 'tries' | 'now' | 'random'>,
): JobEvent {
  const before = facts.gotFurther ? 0 : facts.tries;
  const retryAt = facts.now + backOffMs({ tries: before, random: facts.random });
  return { is: 'wait', why: 'disk', tries: before + 1, retryAt, fault };
}

/** The fault of a job whose code threw: the message only, at most 300 characters, never the stack. */
export function brokenBy(error: unknown): Fault<'job-broke'> {
  const message = error instanceof Error ? error.message : String(error);
  return { code: 'job-broke', detail: message.slice(0, 300) };
}

function waitMove(outcome: Outcome & { is: 'waiting' }, facts: RunFacts): JobEvent {
  const before = facts.gotFurther ? 0 : facts.tries;
  const tries = before + 1;
  const more = {
    ...(outcome.fault !== undefined && { fault: outcome.fault }),
    ...(outcome.holdsLane && { holdsLane: outcome.holdsLane }),
  };
  if (outcome.key !== undefined) {
    // Released after the run had looked: waiting for it now would be waiting for ever.
    if (facts.released.has(outcome.key)) return { is: 'wait', why: 'turn', tries, ...more };
    return { is: 'wait', why: outcome.why, tries, key: outcome.key, ...more };
  }
  const delay = backOffMs({ tries: before, random: facts.random, atLeastMs: outcome.retryAfterMs ?? 0 });
  return { is: 'wait', why: outcome.why, tries, retryAt: facts.now + delay, ...more };
}
