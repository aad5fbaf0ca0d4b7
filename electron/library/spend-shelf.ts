import { z } from 'zod';
import type { KeptStore } from './kept-store.ts';

const daySchema = z.object({
  /** Such as `2026-11-25`, by the clock of this computer. */
  day: z.string(),
  /** Credits that went, over all servers. */
  spent: z.number().min(0),
  /** What the person allowed beyond the limit. */
  extra: z.number().min(0),
});

/** What went today. */
export type SpendDay = Readonly<z.infer<typeof daySchema>>;

/** Credits spent today, kept so that a restart does not forget them. */
export interface SpendShelf {
  today(): SpendDay;
  add(coins: number): void;
  /** Allows so many credits beyond the limit, today. */
  allow(coins: number): void;
}

/** Reads what was spent; `now` in milliseconds since 1970. What the disk refuses counts in memory all the same. */
export function openSpendShelf(store: KeptStore, now: () => number): SpendShelf {
  let kept: SpendDay = daySchema.safeParse(store.get('today')).data ?? { day: '', spent: 0, extra: 0 };
  const today = (): SpendDay => {
    const day = dayOf(now());
    return kept.day === day ? kept : { day, spent: 0, extra: 0 };
  };
  const keep = (next: SpendDay) => {
    kept = next;
    try {
      store.set('today', next);
    } catch {
      // A limit that is kept in memory still holds for this run.
    }
  };
  return {
    today,
    add(coins) {
      const before = today();
      keep({ ...before, spent: before.spent + coins });
    },
    allow(coins) {
      const before = today();
      keep({ ...before, extra: before.extra + coins });
    },
  };
}

function dayOf(now: number): string {
  const date = new Date(now);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
