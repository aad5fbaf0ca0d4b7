import { createEars } from './coach-ears.ts';
import { COACH_HINTS, type CoachHint } from './coach-words.ts';
import type { Span } from './span.ts';

/** Listens to a recording as it is made, and gives one hint at a time. */
export interface Coach {
  /** Adds a block (50 ms, or of any length) and answers the hint there is to show, null while all is well. */
  add(block: Float32Array): CoachHint | null;
  readonly hint: CoachHint | null;
  /** What its speech gate heard: seconds of speech so far, where it is, and whether somebody speaks now. */
  readonly speechSeconds: number;
  readonly spans: readonly Span[];
  readonly speaking: boolean;
}

/** Seconds a state must last before its hint shows, and must be gone before the hint goes. */
const PATIENCE: { readonly [H in CoachHint]: { readonly on: number; readonly off: number } } = {
  'no-signal': { on: 0, off: 0.2 },
  softer: { on: 0, off: 0.5 },
  hum: { on: 0.5, off: 1 },
  closer: { on: 0.5, off: 1 },
  louder: { on: 0.5, off: 1 },
  noise: { on: 0.5, off: 1 },
  steady: { on: 0.3, off: 1 },
  speak: { on: 0, off: 0 },
};
/** A hint stays so long that it can be read, in seconds, … */
const READABLE = 2;
/** … unless one that cannot wait takes its place. */
const URGENT: readonly CoachHint[] = ['no-signal', 'softer'];
const READABLE_BEFORE_URGENT = 0.8;

/** `sampleRate` in Hz. */
export function createCoach({ sampleRate }: { sampleRate: number }): Coach {
  const ears = createEars({ sampleRate });
  const since = new Map<CoachHint, number>();
  const lately = new Map<CoachHint, number>();
  let hint: CoachHint | null = null;
  let shownAt = 0;

  const isLasting = (candidate: CoachHint, now: number) => {
    const from = since.get(candidate);
    return from !== undefined && now - from >= PATIENCE[candidate].on;
  };
  const isOver = (shown: CoachHint, now: number) =>
    now - (lately.get(shown) ?? Number.NEGATIVE_INFINITY) > PATIENCE[shown].off;

  const note = (now: number) => {
    for (const candidate of COACH_HINTS)
      if (ears.hears(candidate, candidate === hint)) {
        if (!since.has(candidate)) since.set(candidate, now);
        lately.set(candidate, now);
      } else since.delete(candidate);
  };
  const choose = (now: number) => {
    const shownFor = now - shownAt;
    const next = COACH_HINTS.find((candidate) => isLasting(candidate, now)) ?? null;
    if (hint === null) return next;
    const urgent = next !== null && URGENT.includes(next) && !URGENT.includes(hint);
    if (shownFor < (urgent ? READABLE_BEFORE_URGENT : READABLE)) return hint;
    if (isOver(hint, now)) return next;
    const matters = next !== null && COACH_HINTS.indexOf(next) < COACH_HINTS.indexOf(hint);
    return matters ? next : hint;
  };

  return {
    add(block) {
      ears.add(block);
      note(ears.seconds);
      const next = choose(ears.seconds);
      if (next !== hint) shownAt = ears.seconds;
      hint = next;
      return hint;
    },
    get hint() {
      return hint;
    },
    get speechSeconds() {
      return ears.gate.speechSeconds;
    },
    get spans() {
      return ears.gate.spans;
    },
    get speaking() {
      return ears.gate.speaking;
    },
  };
}
