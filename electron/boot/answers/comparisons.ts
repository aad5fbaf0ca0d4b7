import type { ComparisonCalls } from '../../contract/calls.ts';
import type { AnswerParts, AnswersTo } from './parts.ts';

/** Answers the calls about lines that are said only to be heard, and about comparing voices. */
export function answerComparisons({ stations: { hearing } }: AnswerParts): AnswersTo<keyof ComparisonCalls> {
  return {
    'voice.preview': ({ voiceId, words }) => hearing.preview(voiceId, words),
    'voice.keepAlive': ({ voiceId }) => hearing.keepAlive(voiceId),
    'compare.begin': (ask) => hearing.compare(ask),
    'compare.rank': (ask) => hearing.rank(ask),
    'compare.forget': ({ comparisonId }) => hearing.forget(comparisonId),
  };
}
