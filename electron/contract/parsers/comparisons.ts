import { z } from 'zod';
import { partSchema } from '../../library/kept-shapes.ts';
import type { ComparisonCalls } from '../calls/comparisons.ts';
import { id } from './words.ts';

const voiceId = z.strictObject({ voiceId: id });

export const comparisonParsers: {
  readonly [N in keyof ComparisonCalls]: z.ZodType<ComparisonCalls[N]['ask']>;
} = {
  'voice.preview': z.strictObject({ voiceId: id, words: z.string().min(1).max(200).exactOptional() }),
  'voice.keepAlive': voiceId,
  'compare.begin': z.strictObject({
    voiceIds: z.array(id).max(20),
    text: z.string().max(1000),
    own: partSchema.exactOptional(),
  }),
  'compare.rank': z.strictObject({ comparisonId: id, ranking: z.array(id).max(20) }),
  'compare.forget': z.strictObject({ comparisonId: id }),
};
