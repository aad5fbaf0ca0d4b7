import type { Span } from './span.ts';

export const CHECK_IDS = [
  'duration',
  'level',
  'loudness',
  'peak',
  'clipping',
  'noise',
  'hum',
  'silence',
  'evenness',
  'bandwidth',
  'speakers',
  'echo',
] as const;

/** What is looked at; the words for each are in `advice.ts`, the bounds in `bounds.ts`. */
export type CheckId = (typeof CHECK_IDS)[number];

export type CheckStatus = 'pass' | 'warn' | 'fail';

/** The outcome of one check. */
export interface QualityCheck {
  readonly id: CheckId;
  readonly status: CheckStatus;
  /** A finite number in `unit`; null where it could not be measured, or where there is nothing to measure (no hum). */
  readonly value: number | null;
  readonly unit: string;
  /** A sentence or two for the person: how it is, and what to do about it. */
  readonly advice: string;
  /** Where on the sound the flaw lies; nothing where it is everywhere. */
  readonly places?: readonly Span[];
  /** The values that pass, in `unit`; a missing end is open. */
  readonly pass?: { readonly from?: number; readonly to?: number };
  /** More figures of this check, such as the share of silence or how sure the number of speakers is (0…1). */
  readonly also?: Readonly<Record<string, number>>;
}

/** What a sample is like. Read by other programs: fields are added, not renamed. */
export interface QualityReport {
  /** `poor`: something failed; `fair`: something could be better; `good`: nothing. */
  readonly verdict: 'good' | 'fair' | 'poor';
  /** Length of the sound, and of the speech in it. */
  readonly seconds: number;
  readonly speechSeconds: number;
  readonly checks: readonly QualityCheck[];
  /** Where only a part of a long sound was looked at: which. */
  readonly heard?: Span;
}

/** How much sound a model takes, in seconds: at least, at most, and where it clones best. `Engine` has this shape. */
export interface SampleWindow {
  readonly minSeconds: number;
  readonly maxSeconds: number;
  readonly sweetSpot: { readonly from: number; readonly to: number };
}

/** Why there is no report: asked to stop, too much waits already, or the thread that looks at samples broke. */
export type QualityFaultCode = 'quality-stopped' | 'quality-busy' | 'quality-failed';
