import type { A2eClient } from '../../a2e/client.ts';
import { creditsNow, heldByCeiling } from '../../cloning/account/credits-now.ts';
import { createLedger } from '../../cloning/account/ledger.ts';
import type { KnownCall, PaidCall } from '../../cloning/account/paid-call.ts';
import { createTill, type Till } from '../../cloning/account/till.ts';
import type { Account } from '../../cloning/server.ts';
import type { Outcome } from '../../jobs/job.ts';
import type { PriceShelf } from '../../library/price-shelf.ts';

/** What batches may spend, and have spent. */
export interface BatchPurses {
  /** Why a call for this batch may not be paid for; undefined where it may. */
  held(batchId: string): Outcome<never> | undefined;
  /** How many credits it may still spend; null: no limit. */
  room(batchId: string): number | null;
  /** Its calls since the reading of the credits at `since` were charged so much. */
  charged(batchId: string, credits: number, since: number): void;
}

export interface TillsOptions {
  readonly prices: PriceShelf;
  readonly now: () => number;
  /** The paid calls on this server of earlier processes. */
  readonly recall: (server: string) => readonly KnownCall[];
  readonly purses: BatchPurses;
}

/** A server whose calls are to pass a till. */
export interface TillOf {
  readonly server: string;
  readonly client: A2eClient;
  readonly account: Account;
  readonly atOnce: () => number;
  /** What a training costs there is known (anew). */
  readonly onMeasured: () => void;
}

/** Makes the till of a server that charges. */
export function tillsWith({ prices, now, recall, purses }: TillsOptions): (of: TillOf) => Till {
  return ({ server, client, account, atOnce, onMeasured }) => {
    const book = prices.of(server);
    const rooms = ({ batchId }: PaidCall) => [
      account.room(),
      batchId === undefined ? null : purses.room(batchId),
    ];
    return createTill({
      ...{ atOnce, now },
      credits: {
        ...{ prices: book, onMeasured },
        ledger: createLedger({
          ...{ prices: book, now, onCharged: purses.charged },
          recall: () => recall(server),
        }),
        read: () => creditsNow({ client, account }, {}),
        held: ({ batchId }) =>
          heldByCeiling({ account }) ?? (batchId === undefined ? undefined : purses.held(batchId)),
        room: (call) =>
          rooms(call).reduce<number | null>(
            (least, room) => (room === null ? least : Math.min(room, least ?? room)),
            null,
          ),
      },
    });
  };
}
