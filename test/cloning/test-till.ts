import { creditsNow } from '../../electron/cloning/account/credits-now.ts';
import { createLedger } from '../../electron/cloning/account/ledger.ts';
import type { KnownCall, PaidCall } from '../../electron/cloning/account/paid-call.ts';
import type { PriceBook } from '../../electron/cloning/account/price-book.ts';
import { createTill, type Till } from '../../electron/cloning/account/till.ts';
import type { Connection } from '../../electron/cloning/server.ts';
import type { Outcome } from '../../electron/jobs/job.ts';
import { openPriceShelf } from '../../electron/library/price-shelf.ts';
import { memoryStore } from '../library/memory-store.ts';

/** The till of a server that charges nothing. */
export const freeTill = (atOnce = 4): Till => createTill({ atOnce: () => atOnce, now: Date.now });

export interface TestTill {
  readonly now: () => number;
  readonly atOnce?: number;
  readonly prices?: PriceBook;
  readonly recall?: () => readonly KnownCall[];
  readonly onCharged?: (batchId: string, credits: number, since: number) => void;
  readonly held?: (call: PaidCall) => Outcome<never> | undefined;
  readonly room?: (call: PaidCall) => number | null;
}

/** The till of a server that charges, over its client and account. */
export function paidTill(connection: Pick<Connection, 'client' | 'account'>, parts: TestTill): Till {
  const { now, atOnce = 4, prices = openPriceShelf(memoryStore()).of('a'), recall = () => [] } = parts;
  const { onCharged = () => undefined, held = () => undefined, room = () => null } = parts;
  return createTill({
    ...{ now, atOnce: () => atOnce },
    credits: {
      prices,
      ledger: createLedger({ prices, now, recall, onCharged }),
      read: () => creditsNow(connection, {}),
      ...{ held, room },
    },
  });
}
