import type { Outcome } from '../../jobs/job.ts';
import { type Desk, notNow } from './entrant.ts';
import type { Gate } from './gate.ts';
import type { KnownCall } from './paid-call.ts';
import { type TillParts, WATCH_MS } from './till-parts.ts';

const LOOK_AGAIN_MS = 2_000;

/** `unpaid`: it is certain that it was not charged. Else the credits there were before it and are now. */
export type Verdict =
  | { readonly is: 'unpaid' }
  | { readonly is: 'maybe'; readonly before: number | null; readonly after: number | null };

/** Finds out what became of calls of unclear end, all of them together. */
export interface Judge {
  /** Sees to it that no call of unclear end is left to be judged; answers why that cannot be done now. */
  settle(desk: Desk): Promise<Outcome<never> | undefined>;
  judge(call: KnownCall, desk: Desk): Promise<Verdict | Outcome<never>>;
}

/** The judge of this gate. */
export function createJudge({ now, credits }: TillParts, gate: Gate): Judge {
  const verdicts = new Map<string, Verdict>();
  let sitting: Promise<Outcome<never> | undefined> | undefined;

  async function settle(desk: Desk): Promise<Outcome<never> | undefined> {
    while (gate.unclear.size > 0) {
      if (desk.signal.aborted) return notNow;
      sitting ??= sit(desk).finally(() => {
        sitting = undefined;
      });
      const why = await Promise.race([sitting, aborted(desk.signal)]);
      // Whoever drove it was called away: then somebody else does.
      if (why && why !== notNow) return why;
    }
    return undefined;
  }

  async function sit(desk: Desk): Promise<Outcome<never> | undefined> {
    if (!credits) return undefined;
    await gate.quiet(desk.signal);
    for (let look = 0; ; look++) {
      if (desk.signal.aborted) return notNow;
      const coins = await credits.read();
      if (typeof coins === 'object' && coins !== null) {
        gate.turnBack();
        return coins;
      }
      const ids = [...gate.unclear.keys()];
      const unpaid = ids.filter((id) => credits.ledger.isUnpaid(id, coins));
      // The looks count too, so that a clock that was set back does not make this endless.
      const passed = Math.max(now() - Math.max(...gate.unclear.values()), look * LOOK_AGAIN_MS);
      if (unpaid.length === 0 || passed >= WATCH_MS) {
        pronounce({ ids, unpaid, coins });
        return undefined;
      }
      await desk.sleep(Math.min(LOOK_AGAIN_MS, WATCH_MS - passed));
    }
  }

  function pronounce({
    ids,
    unpaid,
    coins,
  }: {
    readonly ids: readonly string[];
    readonly unpaid: readonly string[];
    readonly coins: number | null;
  }): void {
    for (const id of ids) {
      const before = credits?.ledger.find(id)?.reading.coins ?? null;
      verdicts.set(id, unpaid.includes(id) ? { is: 'unpaid' } : { is: 'maybe', before, after: coins });
    }
    // What may have been charged counts in the window that ends now; what was not, not.
    for (const id of unpaid) credits?.ledger.forget(id);
    credits?.ledger.close(coins);
    for (const id of ids) credits?.ledger.forget(id);
    gate.unclear.clear();
    gate.serve();
  }

  return {
    settle,
    async judge(call, desk) {
      if (!credits) return { is: 'unpaid' };
      if (!verdicts.has(call.id) && !gate.unclear.has(call.id)) {
        credits.ledger.remember({ ...call, end: 'unclear' });
        // Those of the same process before are judged with it, before anything new is paid.
        for (const { id, at } of credits.ledger.unclear()) gate.unclear.set(id, at);
      }
      const why = await settle(desk);
      if (why) return why;
      const verdict = verdicts.get(call.id);
      verdicts.delete(call.id);
      return verdict ?? { is: 'maybe', before: call.reading.coins, after: null };
    },
  };
}

function aborted(signal: AbortSignal): Promise<Outcome<never>> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(notNow);
    else signal.addEventListener('abort', () => resolve(notNow), { once: true });
  });
}
