/** A stretch in seconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The shortest part that can be chosen, in seconds. */
export const LEAST_SECONDS = 0.3;
/** What one key press moves an end by, in seconds. */
export const STEP_SECONDS = 0.05;

/** The stretch with one end moved to `at`, kept within 0…`seconds` and no shorter than the least. */
export function withEnd(stretch: Stretch, end: 'from' | 'to', at: number, seconds: number): Stretch {
  if (!Number.isFinite(at)) return stretch;
  const least = Math.min(LEAST_SECONDS, seconds);
  if (end === 'from') return { ...stretch, from: Math.min(Math.max(0, at), stretch.to - least) };
  return { ...stretch, to: Math.max(Math.min(seconds, at), stretch.from + least) };
}

/** In samples, as parts are kept; within the take. */
export function inSamples(
  { from, to }: Stretch,
  take: { readonly sampleRate: number; readonly samples: number },
): { readonly from: number; readonly to: number } {
  const at = (seconds: number) => Math.min(take.samples, Math.max(0, Math.round(seconds * take.sampleRate)));
  return { from: at(from), to: at(to) };
}
