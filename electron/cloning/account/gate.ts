import type { Outcome } from '../../jobs/job.ts';
import { type CallEnd, type Entrant, notNow } from './entrant.ts';
import type { Ledger } from './ledger.ts';
import type { PaidCall } from './paid-call.ts';
import type { Place } from './till.ts';
import { createWidth } from './width.ts';

/** Calls that may be noted before they have a slot, so that no slot waits for the disk. */
const AHEAD = 2;
/** A reading of the credits older than this is not what the next call begins with, in milliseconds. */
const STALE_MS = 10_000;
/** How often the credits are looked at while calls are under way, in milliseconds. */
const GLANCE_MS = 2_000;
/** How long a call of unclear end may still be charged, in milliseconds. */
export const WATCH_MS = 20_000;

/** What may be known and decided of the credits of a server. */
export interface CreditParts {
  readonly ledger: Ledger;
  /** The credits; null where the server does not say; an outcome where it cannot be asked now. Tells the account. */
  read(): Promise<number | null | Outcome<never>>;
  /** Why this call may not be paid for now; undefined where it may. */
  held(call: PaidCall): Outcome<never> | undefined;
  /** How many credits may still go before something holds this call; null: no limit. */
  room(call: PaidCall): number | null;
}

export interface GateParts {
  /** Most calls at once. */
  readonly atOnce: () => number;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Absent: nothing is charged. */
  readonly credits?: CreditParts;
}

/** The queue before a server, and who is past it. */
export interface Gate {
  enter(ask: {
    readonly call: PaidCall;
    readonly signal: AbortSignal;
    readonly evenIfHeld: boolean;
  }): Promise<Place | Outcome<never>>;
  /** Calls whose end is unclear, with when that was; while there are any nobody passes. */
  readonly unclear: Map<string, number>;
  /** Answers everybody who waits. */
  turnBack(why: Outcome<never>): void;
  /** Resolves when no call is under way, or when the signal fires. */
  quiet(signal: AbortSignal): Promise<void>;
  /** Lets pass who may. */
  serve(): void;
}

/** An open gate. */
export function createGate({ atOnce, now, credits }: GateParts): Gate {
  const width = createWidth(atOnce);
  const queue: Entrant[] = [];
  const ahead: Entrant[] = [];
  const under = new Set<Entrant>();
  const unclear = new Map<string, number>();
  const quiet = new Set<() => void>();
  let alone: Entrant | undefined;
  let isReading = false;
  /** The call made alone is over: what it cost must be read before another begins. */
  let mustRead = false;
  /** The last reading of an idle moment failed: the next entrant tries again. */
  let isTired = false;
  let glancedAt = 0;

  const isIdle = () => ahead.length + under.size === 0;

  function serve(): void {
    while (ahead[0]?.isReady && under.size < width.now() && unclear.size === 0) begin(ahead.shift());
    while (unclear.size === 0 && !isReading) {
      const [next] = queue;
      if (!next) {
        if (isIdle() && !isTired && credits?.ledger.isOpen()) void read(credits);
        return;
      }
      const step = decide(next);
      if (step === 'wait') return;
      if (step === 'read' && credits) return void read(credits);
      callUp(next);
    }
  }

  function decide(next: Entrant): 'go' | 'wait' | 'read' {
    if (alone || ahead.length >= AHEAD || ahead.length + under.size >= width.now() + AHEAD) return 'wait';
    if (!credits) return 'go';
    const { ledger } = credits;
    const reading = ledger.reading();
    if (isIdle() && (mustRead || !reading || isStale(reading.at))) return 'read';
    if (reading?.coins === null) return 'go';
    const isMeasure = ledger.wantsMeasure(next.call);
    const isNarrow = isNear(next.call, credits);
    if (!isMeasure && !isNarrow && !ledger.isLong()) return 'go';
    if (!isIdle()) return 'wait';
    if (ledger.isOpen()) return 'read';
    next.isAlone = isMeasure || isNarrow;
    return 'go';
  }

  function isStale(at: number): boolean {
    return Math.abs(now() - at) > STALE_MS;
  }

  /** Whether a limit may be reached before this call is paid: then each is made alone, and the credits read after it. */
  function isNear(call: PaidCall, { ledger, room }: CreditParts): boolean {
    const left = room(call);
    if (left === null) return false;
    const expected = ledger.expected(call);
    return expected === undefined || expected > left;
  }

  function callUp(next: Entrant): void {
    queue.shift();
    next.back = next.evenIfHeld ? undefined : credits?.held(next.call);
    if (!next.back) {
      ahead.push(next);
      if (next.isAlone) alone = next;
    }
    next.wake();
  }

  function begin(entrant: Entrant | undefined): void {
    if (!entrant) return;
    under.add(entrant);
    entrant.refusals = width.refusals();
    credits?.ledger.begin(entrant.call);
    entrant.wake();
  }

  async function read({ read: readCredits, ledger }: CreditParts): Promise<void> {
    isReading = true;
    const coins = await readCredits();
    isReading = false;
    glancedAt = now();
    if (typeof coins !== 'object' || coins === null) {
      mustRead = false;
      ledger.close(coins);
    } else {
      isTired = true;
      if (coins.is === 'waiting') turnBack(coins);
      else turnAway(queue.shift(), coins);
    }
    serve();
  }

  /** Tells how the account goes while it goes; decides nothing. */
  function glance(): void {
    if (!credits || isIdle() || credits.ledger.reading()?.coins === null) return;
    if (Math.abs(now() - glancedAt) < GLANCE_MS) return;
    glancedAt = now();
    void credits.read();
  }

  function turnAway(entrant: Entrant | undefined, why: Outcome<never>): void {
    if (!entrant) return;
    entrant.back = why;
    entrant.wake();
  }

  function turnBack(why: Outcome<never>): void {
    for (const entrant of [...queue.splice(0), ...ahead]) turnAway(entrant, why);
  }

  function over(entrant: Entrant, end: CallEnd): void {
    const at = ahead.indexOf(entrant);
    if (at >= 0) ahead.splice(at, 1);
    const wasUnder = under.delete(entrant);
    if (alone === entrant) alone = undefined;
    if (wasUnder) settle(entrant, end);
    if (under.size === 0) for (const wake of [...quiet]) wake();
    serve();
  }

  function settle(entrant: Entrant, end: CallEnd): void {
    const ledger = credits?.ledger;
    ledger?.end(entrant.call.id, end.is === 'not-made' ? 'refused' : end.is);
    if (end.is === 'answered') {
      width.worked();
      mustRead ||= entrant.isAlone;
      glance();
    } else if (end.is === 'refused') {
      if (end.isBusy) width.refused(entrant.refusals);
      if (end.shared) turnBack(end.shared);
    } else if (end.is === 'unclear') {
      ledger?.unquiet(now() + WATCH_MS);
      if (end.isAbandoned) return;
      if (ledger) unclear.set(entrant.call.id, now());
      turnBack(end.shared);
    }
  }

  return {
    unclear,
    turnBack,
    serve,
    async enter({ call, signal, evenIfHeld }) {
      const held = evenIfHeld ? undefined : credits?.held(call);
      if (held) return held;
      if (signal.aborted) return notNow;
      isTired = false;
      let wake = () => {};
      const woken = () =>
        new Promise<void>((resolve) => {
          wake = resolve;
        });
      const entrant: Entrant = {
        ...{ call, evenIfHeld, isAlone: false, isReady: false, refusals: 0, back: undefined },
        wake: () => wake(),
      };
      const leave = () => {
        const at = queue.indexOf(entrant);
        if (at >= 0) queue.splice(at, 1);
        if (!under.has(entrant)) turnAway(entrant, notNow);
      };
      const calledUp = woken();
      signal.addEventListener('abort', leave, { once: true });
      queue.push(entrant);
      serve();
      await calledUp;
      if (entrant.back) {
        signal.removeEventListener('abort', leave);
        return entrant.back;
      }
      return {
        reading: credits?.ledger.reading() ?? { at: now(), coins: null },
        async turn() {
          if (!entrant.back) {
            const turn = woken();
            entrant.isReady = true;
            serve();
            await turn;
          }
          return under.has(entrant) ? undefined : entrant.back;
        },
        over(end) {
          signal.removeEventListener('abort', leave);
          over(entrant, end);
        },
      };
    },
    async quiet(signal) {
      while (under.size > 0 && !signal.aborted)
        await new Promise<void>((resolve) => {
          const wake = () => {
            quiet.delete(wake);
            signal.removeEventListener('abort', wake);
            resolve();
          };
          quiet.add(wake);
          signal.addEventListener('abort', wake, { once: true });
        });
    },
  };
}
