import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { writeAtomic } from '../disk/write-atomic.ts';
import { type Answer, answered, refused } from './answer.ts';
import { parseBody } from './request-body.ts';

/** What is shown while nothing is charged. */
const FREE_COINS = 1000;
/** What a training costs once a balance is set. */
export const TRAINING_COINS = 10;
/** So many characters of a text cost one coin. */
const CHARACTERS_A_COIN = 100;

const fileShape = z.object({ version: z.literal(1), coins: z.number().int().min(0) });
const setShape = z.object({ coins: z.number().int().min(0).max(1_000_000_000).nullable() });

/**
 * A pretend balance, so that running out of credits can be tried. Until one is set nothing is charged and the figure never
 * changes; it is kept across starts.
 */
export interface Purse {
  /** `user/remainingCoins`. */
  tell(): Answer;
  /** What is left; null where no balance is set. */
  coins(): number | null;
  /** Told of every change of it. */
  onChange(listener: (coins: number | null) => void): void;
  /** `user/setCoins {coins}`, this server's own call: a balance, or null for none. */
  set(body: Record<string, unknown>): Promise<Answer>;
  /** Takes coins for work that begins; the refusal where there are too few. `giveBack` for work that failed. */
  take(coins: number): Promise<{ readonly giveBack: () => Promise<void> } | { readonly refusal: Answer }>;
}

/** What it costs to have a text spoken. */
export function speechCoins(text: string): number {
  return Math.max(1, Math.ceil([...text].length / CHARACTERS_A_COIN));
}

/** Opens `purse.json`; one that cannot be read counts as none. */
export async function openPurse(folder: string): Promise<Purse> {
  const file = join(folder, 'purse.json');
  let coins = await readCoins(file);
  let last: Promise<unknown> = Promise.resolve();
  const listeners: ((coins: number | null) => void)[] = [];
  /** One change at a time; the figure in memory is right even where the disk refuses, for as long as this runs. */
  const change = (next: (before: number | null) => number | null): Promise<void> => {
    coins = next(coins);
    for (const listener of listeners) listener(coins);
    const written = last.then(() =>
      writeAtomic(file, `${JSON.stringify({ version: 1, coins: coins ?? null })}\n`),
    );
    last = written.catch(() => undefined);
    return written.catch(() => undefined);
  };
  return {
    coins: () => coins,
    onChange: (listener) => void listeners.push(listener),
    tell: () => answered({ coins: coins ?? FREE_COINS, diamonds: 0 }),
    async set(body) {
      const parsed = parseBody(setShape, body);
      if ('refusal' in parsed) return parsed.refusal;
      await change(() => parsed.value.coins);
      return answered({ coins: coins ?? FREE_COINS, diamonds: 0 });
    },
    async take(price) {
      if (coins === null) return { giveBack: async () => undefined };
      if (coins < price)
        return {
          refusal: refused(402, `Insufficient credits: this costs ${price}, the balance is ${coins}.`),
        };
      await change((before) => (before === null ? null : before - price));
      return { giveBack: () => change((before) => (before === null ? null : before + price)) };
    },
  };
}

async function readCoins(file: string): Promise<number | null> {
  try {
    return fileShape.safeParse(JSON.parse(await readFile(file, 'utf8'))).data?.coins ?? null;
  } catch {
    return null;
  }
}
