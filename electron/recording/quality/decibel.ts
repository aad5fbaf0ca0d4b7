/** What stands for "no sound at all", in dB: below the quietest step of 24 bits, so that no −Infinity travels on. */
export const FLOOR_DB = -144;

/** A power (mean square, full scale 1) in dB, never below `FLOOR_DB`; NaN counts as no sound. A full-scale sine is −3.01. */
export function powerDb(power: number): number {
  return power > 4e-15 ? 10 * Math.log10(power) : FLOOR_DB;
}

/** An amplitude (full scale 1) in dB, never below `FLOOR_DB`. */
export function amplitudeDb(amplitude: number): number {
  return powerDb(amplitude * amplitude);
}

/** dB as a power. */
export function dbPower(db: number): number {
  return 10 ** (db / 10);
}

/** The value below which the share `rank` (0…1) of the values lies, by the nearest rank; NaN where there is none. */
export function percentile(values: ArrayLike<number>, rank: number): number {
  const sorted = Float64Array.from(values).sort();
  return sorted[Math.min(sorted.length - 1, Math.floor(rank * sorted.length))] ?? Number.NaN;
}
