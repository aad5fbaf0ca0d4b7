/** Something measured several times, and how good it should be. */
export interface Figure {
  readonly name: string;
  /** What a value is in, such as `ms`, `MB` or `×` (a ratio). */
  readonly unit: string;
  /** One value a run, in the order they were measured; none where this system cannot tell. */
  readonly values: readonly number[];
  readonly target?: Target;
  /** How it was measured, in a sentence; goes to the JSON. */
  readonly how: string;
}

/** A bound, itself included. The median is held against it, or with `everyRun` each value. */
export type Target = ({ readonly atMost: number } | { readonly atLeast: number }) & {
  readonly everyRun?: boolean;
};

export interface Summary {
  readonly runs: number;
  readonly median: number;
  readonly lowest: number;
  readonly highest: number;
}

/** Undefined where there is no value. The median of an even number of values lies half way between the middle two. */
export function summarize(values: readonly number[]): Summary | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const runs = sorted.length;
  const [lowest, highest] = [sorted[0], sorted[runs - 1]];
  if (lowest === undefined || highest === undefined) return undefined;
  const left = sorted[Math.floor((runs - 1) / 2)] ?? lowest;
  const right = sorted[Math.floor(runs / 2)] ?? highest;
  return { runs, median: (left + right) / 2, lowest, highest };
}

/** Whether the target is reached; undefined where there is no target or no value. */
export function isMet({ values, target }: Pick<Figure, 'values' | 'target'>): boolean | undefined {
  const summary = summarize(values);
  if (!summary || !target) return undefined;
  const { median, lowest, highest } = summary;
  if ('atMost' in target) return (target.everyRun ? highest : median) <= target.atMost;
  return (target.everyRun ? lowest : median) >= target.atLeast;
}
