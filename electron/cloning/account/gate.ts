import type { Outcome } from '../../jobs/job.ts';
import { admit } from './admission.ts';
import { type CallEnd, type Entrant, notNow, type Place } from './entrant.ts';
import type { PaidCall } from './paid-call.ts';
import { type CreditParts, type TillParts, WATCH_MS } from './till-parts.ts';
import { createWidth } from './width.ts';

/** Calls that may be noted before they have a slot, so that no slot waits for the disk. */
const AHEAD = 2;
/** How often the credits are looked at while calls are under way, in milliseconds. */
const GLANCE_MS = 2_000;

/** The queue before a server, and who is past it. */
export interface Gate {
  enter(ask: {
    readonly call: PaidCall;
    readonly signal: AbortSignal;
    readonly evenIfHeld: boolean;
  }): Promise<Place | Outcome<never>>;
  /** Calls whose end is unclear, with when that was; while there are any nobody passes. */
  readonly unclear: Map<string, number>;
  /** Sends everybody who waits back to where they came from. */
  turnBack(): void;
  /** Resolves when no call is under way, or when the signal fires. */
  quiet(signal: AbortSignal): Promise<void>;
  /** Lets pass who may. */
  serve(): void;
}

/** An open gate. */
export function createGate({ atOnce, now, credits }: TillParts): Gate {
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
  const moment = () => ({ isIdle: isIdle(), ahead: ahead.map(({ call }) => call), mustRead, now: now() });

  function serve(): void {
    while (under.size < width.now() && unclear.size === 0) {
      const first = ahead.find(({ back }) => !back);
      if (!first?.isReady) break;
      drop(ahead, first);
      begin(first);
    }
    while (unclear.size === 0 && !isReading) {
      const [next] = queue;
      if (!next) {
        if (isIdle() && !isTired && credits?.ledger.isOpen()) void read(credits);
        return;
      }
      if (alone || ahead.length >= AHEAD || ahead.length + under.size >= width.now() + AHEAD) return;
      const step = credits ? admit(next.call, { ...credits, ...moment() }) : 'go';
      if (step === 'wait') return;
      if (step === 'read' && credits) return void read(credits);
      next.isAlone = step === 'alone';
      callUp(next);
    }
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

  function begin(entrant: Entrant): void {
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
      turnAway(queue.shift(), coins);
      if (coins.is === 'waiting') turnBack();
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

  function turnBack(): void {
    for (const entrant of [...queue.splice(0), ...ahead]) {
      entrant.back ??= { is: 'put-back' };
      // Not before the one that met it has told its lane: else they would be back at once.
      setImmediate(() => entrant.wake());
    }
  }

  function over(entrant: Entrant, end: CallEnd): void {
    drop(ahead, entrant);
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
      if (end.isShared) turnBack();
    } else if (end.is === 'unclear') {
      ledger?.unquiet(now() + WATCH_MS);
      if (end.isAbandoned) return;
      if (ledger) unclear.set(entrant.call.id, now());
      turnBack();
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
        drop(queue, entrant);
        if (!under.has(entrant)) turnAway(entrant, notNow);
      };
      const calledUp = woken();
      signal.addEventListener('abort', leave, { once: true });
      // One that was made before stood before those that wait.
      const first = evenIfHeld ? queue.findIndex((other) => !other.evenIfHeld) : -1;
      queue.splice(first < 0 ? queue.length : first, 0, entrant);
      serve();
      await calledUp;
      if (entrant.back) {
        signal.removeEventListener('abort', leave);
        // It may have been called up and turned back in the same moment.
        over(entrant, { is: 'not-made' });
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

function drop(list: Entrant[], entrant: Entrant): void {
  const at = list.indexOf(entrant);
  if (at >= 0) list.splice(at, 1);
}
