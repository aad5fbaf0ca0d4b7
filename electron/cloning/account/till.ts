import type { Outcome } from '../../jobs/job.ts';
import type { Desk, Place } from './entrant.ts';
import { createGate } from './gate.ts';
import { createJudge, type Verdict } from './judge.ts';
import type { KnownCall, PaidCall } from './paid-call.ts';
import type { Price } from './price-book.ts';
import type { CreditParts, TillParts } from './till-parts.ts';

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
  /** A training is submitted now; to be told how that ended. */
  training(model: string): Submission;
  /** What was measured on this server. */
  prices(): readonly Price[];
}

/** A training that is being submitted. */
export interface Submission {
  /** It is over; the credits before and after, where they are known. */
  over(credits?: { readonly before: number; readonly after: number }): void;
}

/** A till of a server; without `credits` nothing is charged there. */
export function createTill({ credits, ...more }: TillParts): Till {
  const parts = { ...more, ...(credits && { credits: { ...credits, read: inTurn(credits.read) } }) };
  const gate = createGate(parts);
  const judge = createJudge(parts, gate);
  return {
    async enter({ call, desk, evenIfHeld }) {
      const unsettled = await judge.settle(desk);
      return unsettled ?? gate.enter({ call, signal: desk.signal, evenIfHeld });
    },
    judge: judge.judge,
    prices: () => parts.credits?.prices.list() ?? [],
    training: (model) => submission(model, parts.credits),
  };
}

function submission(model: string, credits: CreditParts | undefined): Submission {
  const aside = credits?.ledger.aside();
  return {
    over(coins) {
      const gone = coins ? coins.before - coins.after : 0;
      // One that is charged when it is done has cost nothing yet: that says nothing.
      if (gone > 0 && aside?.isAlone()) {
        credits?.prices.add({ of: 'training', model, credits: gone });
        credits?.onMeasured?.();
      }
      aside?.over();
    },
  };
}

/** One reading after the other: an older answer that came later would count what went in between twice. */
function inTurn<T>(read: () => Promise<T>): () => Promise<T> {
  let last: Promise<T> | undefined;
  return () => {
    const mine = (last ? last.then(read, read) : read()).finally(() => {
      if (last === mine) last = undefined;
    });
    last = mine;
    return mine;
  };
}
