import { z } from 'zod';
import { A2E_MODELS } from '../a2e/wire.ts';
import { REMOVAL_PLACES, type Receipt } from '../cloning/voice/receipt.ts';
import type { Result } from '../result.ts';
import type { OpenStore } from './kept-store.ts';
import { attemptWrite, openPages } from './store-pages.ts';

const receiptSchema = z.looseObject({
  id: z.string(),
  at: z.number(),
  where: z.enum(REMOVAL_PLACES),
  voice: z.object({ id: z.string(), name: z.string(), model: z.enum(A2E_MODELS), server: z.string() }),
  clones: z.array(
    z.object({
      server: z.string(),
      remoteId: z.string(),
      at: z.number(),
      end: z.enum(['deleted', 'was-gone', 'left', 'unconfirmed']),
      detail: z.string().exactOptional(),
      traceId: z.string().exactOptional(),
    }),
  ),
  recordings: z.number(),
}) satisfies z.ZodType<Receipt>;

/** The receipts of what was deleted. */
export interface ReceiptShelf {
  /** Newest first. */
  list(): readonly Receipt[];
  add(receipt: Receipt): Result<void, 'settings-not-written'>;
  /** Whether this clone was removed from this computer only, and left on its server. */
  isHidden(server: string, remoteId: string): boolean;
}

/** Reads the receipts; one that this version cannot read stays in the file as it is. */
export function openReceiptShelf(open: OpenStore): ReceiptShelf {
  const pages = openPages(open, 'receipts');
  const receipts: Receipt[] = pages
    .entries()
    .flatMap(([, value]) => receiptSchema.safeParse(value).data ?? []);
  receipts.sort((a, b) => b.at - a.at);
  const hidden = new Set(receipts.flatMap(leftOf));
  return {
    list: () => receipts,
    add(receipt) {
      const written = attemptWrite(() => pages.set([[receipt.id, receipt]]));
      if (!written.ok) return written;
      receipts.unshift(receipt);
      for (const left of leftOf(receipt)) hidden.add(left);
      return written;
    },
    isHidden: (server, remoteId) => hidden.has(`${server} ${remoteId}`),
  };
}

function leftOf({ clones }: Receipt): readonly string[] {
  return clones.filter(({ end }) => end === 'left').map(({ server, remoteId }) => `${server} ${remoteId}`);
}
