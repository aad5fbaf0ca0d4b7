import type { PaidCall } from './paid-call.ts';
import type { CreditParts } from './till-parts.ts';

/** A reading of the credits older than this is not what the next call begins with, in milliseconds. */
const STALE_MS = 10_000;

export interface AdmissionFacts extends Pick<CreditParts, 'ledger' | 'room'> {
  /** No call is noted or under way. */
  readonly isIdle: boolean;
  /** Calls that are noted and have not begun. */
  readonly ahead: readonly PaidCall[];
  /** What the call before cost must be read first. */
  readonly mustRead: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/**
 * Whether the next call may go: beside the others, or `alone` (with nothing before the credits are read again), because
 * its price is to be measured or a limit is near; or whether the credits are read first, or it waits until nothing is under
 * way.
 */
export function admit(call: PaidCall, facts: AdmissionFacts): 'go' | 'alone' | 'wait' | 'read' {
  const { ledger, isIdle } = facts;
  const reading = ledger.reading();
  if (isIdle && (facts.mustRead || !reading || Math.abs(facts.now - reading.at) > STALE_MS)) return 'read';
  if (reading?.coins === null) return 'go';
  const wantsAlone = ledger.wantsMeasure(call) || isLimitNear(call, facts);
  if (!wantsAlone && !ledger.isLong()) return 'go';
  if (!isIdle) return 'wait';
  if (ledger.isOpen()) return 'read';
  return wantsAlone ? 'alone' : 'go';
}

/** Whether a limit may be reached before this call is paid. */
function isLimitNear(call: PaidCall, { ledger, room, ahead }: AdmissionFacts): boolean {
  const left = room(call);
  if (left === null) return false;
  const expected = ledger.expected([...ahead, call]);
  return expected === undefined || expected > left;
}
