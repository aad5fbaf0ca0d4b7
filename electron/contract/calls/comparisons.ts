import type { Result } from '../../result.ts';
import type { Audition } from '../../speaking/audition.ts';
import type { Clip } from '../../speaking/clip.ts';
import type { NewComparison } from '../../speaking/compare.ts';
import type { Comparison } from '../../speaking/comparison.ts';

/** Calls about lines that are said only to be heard, and about comparing voices blind. */
export interface ComparisonCalls {
  /** Has a voice say a short line to be heard, or these words (at most 200 characters); the same is asked for once. */
  'voice.preview': { ask: { readonly voiceId: string; readonly words?: string }; answer: Result<Audition> };
  /** Has a voice say a short line so that its engine does not take it for unused. Costs as a line does. */
  'voice.keepAlive': { ask: { readonly voiceId: string }; answer: Result<Audition> };
  'compare.begin': { ask: NewComparison; answer: Result<Comparison> };
  /** The voices by likeness, the likest first; after it the names are told. */
  'compare.rank': {
    ask: { readonly comparisonId: string; readonly ranking: readonly string[] };
    answer: Result<Comparison>;
  };
  'compare.forget': { ask: { readonly comparisonId: string }; answer: Result<void> };
}

export const comparisonCallNames: { readonly [N in keyof ComparisonCalls]: true } = {
  'voice.preview': true,
  'voice.keepAlive': true,
  'compare.begin': true,
  'compare.rank': true,
  'compare.forget': true,
};

/** Events about lines that are said only to be heard, and about comparing voices blind. */
export interface ComparisonEvents {
  'audition.changed': Clip;
  'audition.gone': { readonly id: string };
  'comparison.changed': Comparison;
  'comparison.gone': { readonly id: string };
}

export const comparisonEventNames: { readonly [N in keyof ComparisonEvents]: true } = {
  'audition.changed': true,
  'audition.gone': true,
  'comparison.changed': true,
  'comparison.gone': true,
};
