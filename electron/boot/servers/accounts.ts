import type { Account } from '../../cloning/server.ts';
import type { SpendShelf } from '../../library/spend-shelf.ts';
import { type Fault, fail } from '../../result.ts';

export interface AccountsOptions {
  readonly spend: SpendShelf;
  /** Most credits a day, over all servers; null: no limit. */
  readonly limit: () => number | null;
  /** The credits of a server, and by how much they changed since they were last told. */
  readonly onTold: (server: string, coins: number, change: number) => void;
}

/** The accounts of the servers; see `account`. */
export interface Accounts {
  /**
   * What goes from the account on this server. What its credits are less by than when they were last told in this run
   * counts as spent today, whoever spent it: the server names no prices.
   */
  of(server: string): Account;
}

/** Watches the credits of all servers and holds what would spend more than the limit of the day. */
export function createAccounts({ spend, limit, onTold }: AccountsOptions): Accounts {
  const last = new Map<string, number>();
  const held = (): Fault<'ceiling-reached'> | undefined => {
    const most = limit();
    if (most === null || room() !== 0) return undefined;
    return fail('ceiling-reached', { facts: { spent: spend.today().spent, ceiling: most } }).fault;
  };
  const room = (): number | null => {
    const most = limit();
    const { spent, extra } = spend.today();
    return most === null ? null : Math.max(0, most + extra - spent);
  };
  return {
    of: (server) => ({
      ...{ held, room },
      told(coins) {
        const before = last.get(server) ?? coins;
        last.set(server, coins);
        if (coins < before) spend.add(before - coins);
        onTold(server, coins, coins - before);
      },
    }),
  };
}
