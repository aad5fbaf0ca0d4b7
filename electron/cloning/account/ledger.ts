import { isUnpaid, type KnownCall, type PaidCall, type Reading } from './paid-call.ts';
import { isMeasured, leastPrice, likelyPrice, type PriceBook, wantsPrices } from './price-book.ts';

/** Calls of settled windows that are remembered because one of unclear end among them may still be judged. */
const MOST_REMEMBERED = 2000;
/** Calls after which it is time for a reading with nothing under way, so that an unclear end can be judged: not often. */
const LONG_WINDOW = { calls: 100, ms: 60_000 } as const;
/** A call of a length that was not measured is made alone at most once in so many. */
const MEASURED_EVERY = 20;

export interface LedgerParts {
  readonly prices: PriceBook;
  readonly now: () => number;
  /** Calls of earlier processes, as the journal of the jobs remembers them; asked for once. */
  readonly recall: () => readonly KnownCall[];
  /** What the calls for a batch were charged since the reading at `since`; each reading is told once. */
  readonly onCharged: (batchId: string, credits: number, since: number) => void;
}

/**
 * What goes from an account, between two readings of its credits with nothing under way: a window. A window of one call
 * says what that call cost; what a longer one cost is shared out among its calls.
 */
export interface Ledger {
  /** The reading that the present window began with. */
  reading(): Reading | undefined;
  begin(call: PaidCall): void;
  /** `refused`: certainly not carried out. */
  end(id: string, how: 'answered' | 'refused' | 'unclear'): void;
  /** Something else is paid for from now on. */
  aside(): Aside;
  /** Nothing that is charged before this time (milliseconds since 1970) can be told from what came late. */
  unquiet(until: number): void;
  /** The credits were read with nothing under way: the window ends, and the next one begins. */
  close(coins: number | null): void;
  /** Takes in a call of an earlier process that is to be judged. */
  remember(call: KnownCall): void;
  find(id: string): KnownCall | undefined;
  /** Those of unclear end. */
  unclear(): readonly KnownCall[];
  /** Whether a call of unclear end is certain not to have been charged. */
  isUnpaid(id: string, coins: number | null): boolean;
  /** It is judged: a person decides about it, or it is made anew. */
  forget(id: string): void;
  /** Whether calls were answered since the reading. */
  isOpen(): boolean;
  /** Whether this call should be made alone, to see what it costs. */
  wantsMeasure(call: PaidCall): boolean;
  isLong(): boolean;
  /** What the calls of this window and these are likely to cost together; undefined where that is not known. */
  expected(calls: readonly PaidCall[]): number | undefined;
}

/** Something that is paid for beside the calls of a till. */
export interface Aside {
  /** Nothing else was under way since it began: what went, went for it. */
  isAlone(): boolean;
  over(): void;
}

/** An empty ledger over these prices. */
export function createLedger({ prices, now, recall, onCharged }: LedgerParts): Ledger {
  let reading: Reading | undefined;
  let remembered: KnownCall[] | undefined;
  let lastAt = 0;
  let asides = 0;
  let isMixed = false;
  let quietAt = 0;
  let sinceMeasure = 0;
  let begins = 0;
  /** Calls of this window, and what they are likely to cost. */
  let begun = 0;
  let cost: number | undefined = 0;

  const calls = (): KnownCall[] => {
    if (remembered) return remembered;
    remembered = [...recall()];
    for (const call of remembered) lastAt = Math.max(lastAt, call.reading.at);
    // The last window of the process before: what it cost is found out by the first reading of this one.
    const newest = remembered.find((call) => call.reading.at === lastAt);
    if (newest && !reading) {
      reading = newest.reading;
      isMixed = true;
    }
    return remembered;
  };
  const own = () => calls().filter((call) => call.reading.at === reading?.at);
  const bound = (call: PaidCall) => leastPrice(prices.list(), call);
  const likely = (call: PaidCall) => likelyPrice(prices.list(), call);

  /** Between two readings so many credits went. */
  function settle(gone: number, window: readonly KnownCall[]): void {
    const isClear = !isMixed && now() >= quietAt && window.every(({ end }) => end === 'answered');
    const [only] = window;
    if (isClear && window.length === 1 && only && gone >= 0) {
      const { model, speed, characters } = only;
      prices.add({ of: 'speech', model, speed, characters, credits: gone });
    } else if (isClear && gone < window.reduce((sum, call) => sum + bound(call), 0)) {
      for (const model of new Set(window.map((call) => call.model))) prices.drop(model);
    }
    share(gone, window);
  }

  function share(gone: number, window: readonly KnownCall[]): void {
    const expected = window.reduce((sum, call) => sum + (likely(call) ?? 0), 0);
    // What went for something else beside them is not theirs.
    const credits = gone < 0 ? expected : isMixed ? Math.min(gone, expected) : gone;
    const characters = window.reduce((sum, call) => sum + call.characters, 0);
    const byBatch = new Map<string, number>();
    for (const call of window) {
      if (call.batchId === undefined) continue;
      const part = (credits * call.characters) / Math.max(1, characters);
      byBatch.set(call.batchId, (byBatch.get(call.batchId) ?? 0) + part);
    }
    for (const [batchId, part] of byBatch) onCharged(batchId, part, reading?.at ?? 0);
  }

  /** Only what an unclear end may still be judged by is kept. */
  function tidy(): void {
    const unclear = calls().filter(({ end }) => end === 'unclear');
    const oldest = Math.min(...unclear.map((call) => call.reading.at));
    remembered = calls()
      .filter((call) => call.reading.at >= oldest)
      .slice(-MOST_REMEMBERED);
  }

  return {
    reading() {
      calls();
      return reading;
    },
    begin(call) {
      forget(call.id);
      if (!reading) return;
      calls().push({ ...call, at: now(), reading, end: 'open' });
      sinceMeasure++;
      begins++;
      begun++;
      cost = sumOf(cost, likely(call));
    },
    end(id, how) {
      const at = calls().findIndex((call) => call.id === id && call.end === 'open');
      const call = calls()[at];
      if (!call) return;
      if (how !== 'refused') {
        calls()[at] = { ...call, end: how };
        return;
      }
      calls().splice(at, 1);
      begun--;
      if (cost !== undefined) cost -= likely(call) ?? 0;
    },
    aside() {
      const began = begins;
      const isFirst = asides === 0 && now() >= quietAt && !calls().some(({ end }) => end === 'open');
      asides++;
      isMixed = true;
      return {
        isAlone: () => isFirst && asides === 1 && begins === began,
        over: () => void asides--,
      };
    },
    unquiet(until) {
      quietAt = Math.max(quietAt, until);
    },
    close(coins) {
      const window = own();
      if (reading && reading.coins !== null && coins !== null && window.length > 0) {
        if (window.length === 1) sinceMeasure = 0;
        settle(reading.coins - coins, window);
      }
      lastAt = Math.max(now(), lastAt + 1);
      reading = { at: lastAt, coins };
      isMixed = asides > 0;
      begun = 0;
      cost = 0;
      tidy();
    },
    remember(call) {
      forget(call.id);
      calls().push(call);
    },
    find,
    unclear: () => calls().filter(({ end }) => end === 'unclear'),
    isUnpaid(id, coins) {
      const call = find(id);
      return call !== undefined && isUnpaid(call, { coins, calls: calls(), bound });
    },
    forget,
    isOpen: () => begun > 0,
    wantsMeasure(call) {
      if (reading?.coins === null || isMeasured(prices.list(), call)) return false;
      return sinceMeasure >= MEASURED_EVERY || wantsPrices(prices.list(), call);
    },
    isLong: () => begun >= LONG_WINDOW.calls && now() - (reading?.at ?? 0) >= LONG_WINDOW.ms,
    expected: (next) => next.reduce((sum, call) => sumOf(sum, likely(call)), cost),
  };

  function find(id: string): KnownCall | undefined {
    return calls().find((call) => call.id === id && call.end !== 'answered');
  }

  function forget(id: string): void {
    const at = calls().findIndex((call) => call.id === id && call.end !== 'answered');
    if (at >= 0) calls().splice(at, 1);
  }
}

function sumOf(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a + b;
}
