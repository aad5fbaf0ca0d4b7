import { z } from 'zod';
import type { Price, PriceBook } from '../cloning/account/price-book.ts';
import type { KeptStore } from './kept-store.ts';

const credits = z.number().min(0);
const priceSchema: z.ZodType<Price> = z.union([
  z.object({
    ...{ of: z.literal('speech'), model: z.string(), speed: z.number() },
    ...{ characters: z.number().int().nonnegative(), credits },
  }),
  z.object({ of: z.literal('training'), model: z.string(), credits }),
]);

/** Measurements kept of a server, the newest. */
const MOST_KEPT = 200;
/** The same result again and again says nothing new. */
const MOST_ALIKE = 3;

/** What was measured on each server, kept so that a restart does not forget it. */
export interface PriceShelf {
  of(server: string): PriceBook;
}

/** Reads what was measured; what the disk refuses is known in this run all the same. */
export function openPriceShelf(store: KeptStore): PriceShelf {
  const books = new Map<string, readonly Price[]>();
  const list = (server: string): readonly Price[] => {
    const known = books.get(server);
    if (known) return known;
    const raw = store.get(server);
    const read = (Array.isArray(raw) ? raw : []).flatMap(
      (value: unknown) => priceSchema.safeParse(value).data ?? [],
    );
    books.set(server, read);
    return read;
  };
  const keep = (server: string, prices: readonly Price[]): void => {
    books.set(server, prices.slice(-MOST_KEPT));
    try {
      store.set(server, books.get(server));
    } catch {
      // A price that is kept in memory still holds for this run.
    }
  };
  return {
    of: (server) => ({
      list: () => list(server),
      add(price) {
        const alike = list(server).filter((each) => JSON.stringify(each) === JSON.stringify(price));
        if (alike.length < MOST_ALIKE) keep(server, [...list(server), price]);
      },
      drop: (model) =>
        keep(
          server,
          list(server).filter((price) => price.of !== 'speech' || price.model !== model),
        ),
    }),
  };
}
