import { percentile, powerDb } from './decibel.ts';
import type { Spectra } from './spectra.ts';

/** Speech must stand this much above the pauses to be heard in a slot, in dB … */
const ABOVE_PAUSES = 5;
/** … and be no weaker than this against its strongest slots, in dB. */
const BELOW_STRONGEST = 75;
/** Above the edge of a band-limited recording the level falls off a cliff: this much over 1 kHz, in dB. */
const CLIFF = 20;

/**
 * How far up speech reaches, in Hz: the highest slot of the long-term spectrum in which speech stands above both the
 * pauses and the residue of a filter. Undefined without speech.
 */
export function effectiveBandwidth({ speech, pause, slotHz }: Spectra): number | undefined {
  const levels = Array.from(speech, powerDb);
  const strongest = percentile(levels, 0.98);
  if (!(strongest > -100)) return undefined;
  const ahead = Math.round(1000 / slotHz);
  let top = 0;
  for (let slot = 0; slot < levels.length; slot++) {
    const level = levels[slot] as number;
    const heard =
      level > powerDb(pause[slot] as number) + ABOVE_PAUSES && level > strongest - BELOW_STRONGEST;
    if (!heard) continue;
    // What lies below a cliff is the filter's residue, not speech.
    const before = Math.max(...levels.slice(Math.max(0, slot - ahead), slot), -200);
    if (slot - top > 1 && before - level > CLIFF) continue;
    top = slot + 1;
  }
  return top * slotHz;
}
