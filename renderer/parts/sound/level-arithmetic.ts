/** The quietest level the meter shows, dBFS. */
export const METER_FLOOR = -60;

/** 0–1: where a level in dBFS stands on the meter. */
export function meterShare(dbfs: number): number {
  if (!Number.isFinite(dbfs)) return 0;
  return Math.min(1, Math.max(0, (dbfs - METER_FLOOR) / -METER_FLOOR));
}

/** The peak line holds its place for a second, then sinks at 20 dB a second. */
export interface PeakHold {
  /** dBFS. */
  readonly level: number;
  /** When it was reached, milliseconds. */
  readonly at: number;
}

export function heldPeak(hold: PeakHold, peak: number, now: number): PeakHold {
  const sunk = hold.level - (Math.max(0, now - hold.at - 1000) / 1000) * 20;
  return peak >= sunk ? { level: peak, at: now } : hold;
}

/** Where the held line stands at `now`, dBFS. */
export function heldLevel(hold: PeakHold, now: number): number {
  return hold.level - (Math.max(0, now - hold.at - 1000) / 1000) * 20;
}
