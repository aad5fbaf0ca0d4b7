import type { Voice } from '../../electron/cloning/voice.ts';
import { type Take, takeSeconds } from '../../electron/recording/take.ts';
import { type RingWindow, sampleReach } from '../parts/ring-arithmetic.ts';

/** The takes that are kept, newest first. */
export function keptTakes(takes: readonly Take[]): readonly Take[] {
  return takes.filter((take) => take.state.status === 'kept').sort((a, b) => b.createdAt - a.createdAt);
}

/** The chosen ones among the kept, newest first; a discarded take is out by itself and back in after undo. */
export function chosenOf(takes: readonly Take[], chosen: readonly string[]): readonly Take[] {
  return keptTakes(takes).filter((take) => chosen.includes(take.id));
}

/** Seconds of all these takes together. */
export function totalSeconds(takes: readonly Take[]): number {
  return takes.reduce((sum, take) => sum + takeSeconds(take), 0);
}

/** At launch: the newest kept take, where no voice was made of it yet. */
export function firstChoice(takes: readonly Take[], voices: readonly Voice[]): readonly string[] {
  const newest = keptTakes(takes)[0];
  if (newest === undefined) return [];
  const used = voices.some((voice) => voice.takeIds.includes(newest.id));
  return used ? [] : [newest.id];
}

/** When a recording begins: it adds to a sample that is too short, and starts anew beside one that is long enough. */
export function choiceAtStart(chosen: readonly Take[], window: RingWindow): readonly string[] {
  const reach = sampleReach(totalSeconds(chosen), window);
  return reach === 'short' || reach === 'usable' ? chosen.map((take) => take.id) : [];
}

/** When a take was kept: it joins the chosen ones, or stands alone where all together would be too long. */
export function choiceWithTake(chosen: readonly Take[], take: Take, window: RingWindow): readonly string[] {
  const together = totalSeconds(chosen) + takeSeconds(take);
  const others = chosen.filter((one) => one.id !== take.id).map((one) => one.id);
  return together > window.maxSeconds ? [take.id] : [...others, take.id];
}
