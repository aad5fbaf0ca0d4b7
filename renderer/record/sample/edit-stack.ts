import type { SamplePart } from '../../../electron/cloning/sample/sample.ts';

type Parts = readonly SamplePart[];

/** Edit lists that can be had back, newest last, and those that were taken back. */
export interface EditStack {
  readonly before: readonly Parts[];
  readonly after: readonly Parts[];
}

export const NO_EDITS: EditStack = { before: [], after: [] };

/** More steps than anyone goes back. */
const MOST = 100;

/** The stack after an edit; `left` is what there was. What had been taken back cannot be had again. */
export function edited({ before }: EditStack, left: Parts): EditStack {
  return { before: [...before, left].slice(-MOST), after: [] };
}

/** One step back from `now`; undefined where there is none. */
export function undone(
  { before, after }: EditStack,
  now: Parts,
): { stack: EditStack; parts: Parts } | undefined {
  const parts = before.at(-1);
  return parts && { parts, stack: { before: before.slice(0, -1), after: [...after, now] } };
}

/** One step forth again; undefined where there is none. */
export function redone(
  { before, after }: EditStack,
  now: Parts,
): { stack: EditStack; parts: Parts } | undefined {
  const parts = after.at(-1);
  return parts && { parts, stack: { before: [...before, now], after: after.slice(0, -1) } };
}
