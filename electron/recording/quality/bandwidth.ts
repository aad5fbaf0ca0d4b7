import { percentile, powerDb } from './decibel.ts';
import type { Spectra } from './spectra.ts';

/** Speech must stand this much above the pauses to be heard in a slot, in dB … */
const ABOVE_PAUSES = 5;
/** … and be no weaker than this against its strongest slots, in dB. */
const BELOW_STRONGEST = 75;
/** Where everything further up is weaker by this than the kilohertz before, the sound was cut off by a filter, in dB. */
const CLIFF = 25;
/** A filter falls that far within this; looked for above this, in Hz. */
const FALL_HZ = 600;
const BEFORE_HZ = 750;
const LOWEST_CLIFF_HZ = 2000;

/**
 * How far up speech reaches, in Hz: to the cliff of a filter if there is one, else to the highest slot of the long-term
 * spectrum in which speech stands above the pauses. Undefined without speech.
 */
export function effectiveBandwidth({ speech, pause, slotHz }: Spectra): number | undefined {
  const levels = Array.from(speech, powerDb);
  const strongest = percentile(levels, 0.98);
  if (!(strongest > -100)) return undefined;
  const end = cliffOf(levels, slotHz) ?? levels.length;
  for (let slot = end - 1; slot > 0; slot--) {
    const level = levels[slot] as number;
    const heard =
      level > powerDb(pause[slot] as number) + ABOVE_PAUSES && level > strongest - BELOW_STRONGEST;
    if (heard) return (slot + 1) * slotHz;
  }
  return undefined;
}

/** The first slot above the edge of a filter; undefined where the spectrum falls gently. */
function cliffOf(levels: readonly number[], slotHz: number): number | undefined {
  const [before, fall] = [Math.round(BEFORE_HZ / slotHz), Math.round(FALL_HZ / slotHz)];
  const above = highestFrom(levels);
  for (let slot = Math.round(LOWEST_CLIFF_HZ / slotHz); slot + fall < levels.length; slot++) {
    const high = Math.max(...levels.slice(slot - before, slot));
    if (high - (above[slot + fall] as number) < CLIFF) continue;
    // The edge is where it has fallen half way.
    const edge = levels.findIndex((level, i) => i >= slot && level < high - CLIFF / 2);
    return edge < 0 ? slot : edge;
  }
  return undefined;
}

/** For each slot the highest level in it or above it. */
function highestFrom(levels: readonly number[]): number[] {
  const highest = [...levels];
  for (let slot = levels.length - 2; slot >= 0; slot--)
    highest[slot] = Math.max(highest[slot] as number, highest[slot + 1] as number);
  return highest;
}
