import type { Take } from '../../recording/take.ts';

/** A stretch of a take, in samples of that take: from `from` up to and without `to`. The take itself stays as it is. */
export interface SamplePart {
  readonly takeId: string;
  readonly from: number;
  readonly to: number;
  /** Which sentence of the script was read here; absent where none was followed. */
  readonly sentence?: number;
}

/** Index of the consent among the sentences of a script: it comes before the first. */
export const CONSENT_SENTENCE = -1;

/** A take from end to end. */
export function wholeTake({ id, samples }: Pick<Take, 'id' | 'samples'>): SamplePart {
  return { takeId: id, from: 0, to: samples };
}

/** The takes that parts are of, each once, in their order. */
export function takesOf(parts: readonly SamplePart[]): readonly string[] {
  return [...new Set(parts.map(({ takeId }) => takeId))];
}

/** What is left of the parts when these stretches of takes are taken out; a part may fall in two, or vanish. */
export function withoutStretches(
  parts: readonly SamplePart[],
  stretches: readonly Omit<SamplePart, 'sentence'>[],
): readonly SamplePart[] {
  return stretches.reduce<readonly SamplePart[]>(
    (left, hole) => left.flatMap((part) => (part.takeId === hole.takeId ? cutOut(part, hole) : [part])),
    parts,
  );
}

function cutOut(part: SamplePart, hole: { readonly from: number; readonly to: number }): SamplePart[] {
  const before = { ...part, to: Math.min(part.to, hole.from) };
  const after = { ...part, from: Math.max(part.from, hole.to) };
  return [before, after].filter(({ from, to }) => to > from);
}

/** Whether a part lies within its take. */
export function isWithin({ from, to }: SamplePart, take: Pick<Take, 'samples'>): boolean {
  return from >= 0 && from < to && to <= take.samples;
}
