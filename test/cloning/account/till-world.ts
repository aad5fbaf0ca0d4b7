import type { CallEnd } from '../../../electron/cloning/account/entrant.ts';
import { createLedger } from '../../../electron/cloning/account/ledger.ts';
import type { KnownCall, PaidCall } from '../../../electron/cloning/account/paid-call.ts';
import type { Price } from '../../../electron/cloning/account/price-book.ts';
import { createTill } from '../../../electron/cloning/account/till.ts';
import type { Outcome } from '../../../electron/jobs/job.ts';
import { openPriceShelf } from '../../../electron/library/price-shelf.ts';
import { memoryStore } from '../../library/memory-store.ts';

interface TillWorldOptions {
  readonly atOnce?: number;
  /** What was measured before. */
  readonly prices?: readonly Price[];
  /** What the server charges for a call; default 10. */
  readonly price?: number;
  readonly tellsCredits?: boolean;
  readonly recalled?: readonly KnownCall[];
  /** Most credits that may go. */
  readonly limit?: number;
}

const call = (id: string, more: Partial<PaidCall> = {}): PaidCall => ({
  ...{ id, model: 'a2e', speed: 1, characters: 10 },
  ...more,
});

/** A till, and an account of 1000 credits behind it; the test says how each call ends. */
export function openTillWorld(options: TillWorldOptions = {}) {
  const { atOnce = 4, price = 10, tellsCredits = true, recalled = [], limit } = options;
  const prices = openPriceShelf(memoryStore()).of('a');
  for (const each of options.prices ?? []) prices.add(each);
  let time = 1_000_000;
  let coins = 1000;
  let reads = 0;
  let reading = 0;
  let readsAtOnce = 0;
  let most = 0;
  const noted: string[] = [];
  const begun: string[] = [];
  const ends = new Map<string, (end: CallEnd) => void>();
  const jobs = new Map<string, AbortController>();
  const charged: Record<string, number> = {};
  const room = () => (limit === undefined ? null : Math.max(0, limit - (1000 - coins)));
  const till = createTill({
    ...{ atOnce: () => atOnce, now: () => time },
    credits: {
      prices,
      ledger: createLedger({
        ...{ prices, now: () => time, recall: () => recalled },
        onCharged: (id, credits) => {
          charged[id] = (charged[id] ?? 0) + credits;
        },
      }),
      async read() {
        reads++;
        reading++;
        readsAtOnce = Math.max(readsAtOnce, reading);
        await new Promise((resolve) => setImmediate(resolve));
        reading--;
        return tellsCredits ? coins : null;
      },
      held: () => (room() === 0 ? { is: 'waiting', why: 'credits' } : undefined),
      room,
    },
  });
  const desk = (signal = new AbortController().signal) => ({
    signal,
    sleep: async (ms: number) => {
      time += ms;
    },
  });

  async function make(
    id: string,
    { evenIfHeld = false, ...more }: Partial<PaidCall> & { readonly evenIfHeld?: boolean } = {},
  ): Promise<Outcome<never> | undefined> {
    const job = new AbortController();
    jobs.set(id, job);
    const place = await till.enter({ call: call(id, more), desk: desk(job.signal), evenIfHeld });
    if ('is' in place) return place;
    noted.push(id);
    await Promise.resolve();
    const back = await place.turn();
    if (back) {
      place.over({ is: 'not-made' });
      return back;
    }
    begun.push(id);
    most = Math.max(most, ends.size + 1);
    const end = await new Promise<CallEnd>((resolve) => ends.set(id, resolve));
    place.over(end);
    return undefined;
  }

  const settled = async () => {
    for (let i = 0; i < 8; i++) await new Promise((resolve) => setImmediate(resolve));
  };
  const finish = (id: string, end: CallEnd, isCharged: boolean) => {
    time += 100;
    if (isCharged) coins -= price;
    const over = ends.get(id);
    ends.delete(id);
    over?.(end);
  };
  const answer = (id: string) => finish(id, { is: 'answered' }, true);

  return {
    ...{ till, prices, charged, settled, answer, call: make },
    under: () => [...ends.keys()],
    noted: () => noted,
    begun: () => begun,
    reads: () => reads,
    readsAtOnce: () => readsAtOnce,
    /** Most calls that were under way at once. */
    most: () => most,
    /** Until nothing goes on any more. */
    async answerAll() {
      await settled();
      while (ends.size > 0) {
        for (const id of [...ends.keys()]) answer(id);
        await settled();
      }
    },
    refuse: (id: string) => finish(id, { is: 'refused', isShared: true, isBusy: true }, false),
    lose: (id: string, { isCharged }: { readonly isCharged: boolean }) =>
      finish(id, { is: 'unclear', isAbandoned: false }, isCharged),
    cancel: (id: string) => jobs.get(id)?.abort(),
    buy: (more: number) => {
      coins += more;
    },
    judge: (
      id: string,
      known: KnownCall = { ...call(id), at: time, reading: { at: time, coins: 1000 }, end: 'unclear' },
    ) => till.judge(known, desk()),
  };
}
