import type { JobDesk, Outcome } from '../../jobs/job.ts';
import type { CallEnd } from './entrant.ts';
import { createGate, type GateParts } from './gate.ts';
import { createJudge, type Verdict } from './judge.ts';
import type { KnownCall, PaidCall, Reading } from './paid-call.ts';

/** A call's place at the till, from when it may be noted until it is over. */
export interface Place {
  /** What has to be noted on disk before the call. */
  readonly reading: Reading;
  /** Resolves when the call may be made: with nothing, or with why it is not to be made now. */
  turn(): Promise<Outcome<never> | undefined>;
  /** To be called in every case. */
  over(end: CallEnd): void;
}

/**
 * Where calls to one server that may cost credits pass, in the order they come: only so many at once, none while it is
 * not known what became of an earlier one, and now and then one alone, so that it is seen what it costs.
 */
export interface Till {
  /** Waits for a place; answers why the call is not to be made now where it is not. */
  enter(ask: {
    readonly call: PaidCall;
    readonly desk: Desk;
    readonly evenIfHeld: boolean;
  }): Promise<Place | Outcome<never>>;
  /**
   * What became of a call of unclear end, this process's or an earlier one's. Waits for what is under way, then watches the
   * credits for a while: a server may charge when it is done.
   */
  judge(call: KnownCall, desk: Desk): Promise<Verdict | Outcome<never>>;
  /** Something else is paid for on this account from now on; answers the undo. */
  aside(): () => void;
}

/** What of a job's desk is needed. */
export type Desk = Pick<JobDesk, 'signal' | 'sleep'>;

/** A till of a server; without `credits` nothing is charged there. */
export function createTill(parts: GateParts): Till {
  const gate = createGate(parts);
  const judge = createJudge(parts, gate);
  return {
    async enter({ call, desk, evenIfHeld }) {
      const unsettled = await judge.settle(desk);
      return unsettled ?? gate.enter({ call, signal: desk.signal, evenIfHeld });
    },
    judge: judge.judge,
    aside: parts.credits?.ledger.aside ?? (() => () => undefined),
  };
}
