import { z } from 'zod';
import type { SamplePart } from '../cloning/sample/sample.ts';
import type { Pronunciation } from '../cloning/voice/manner.ts';
import type { Consent } from '../cloning/voice/voice.ts';

/** A part of a sample as voices and the sample in the making keep it. */
export const partSchema = z.object({
  takeId: z.string(),
  from: z.number().int().nonnegative(),
  to: z.number().int().positive(),
  sentence: z.number().int().exactOptional(),
}) satisfies z.ZodType<SamplePart>;

/** How a speaker agreed, as voices and the sample in the making keep it. */
export const consentSchema = z.object({
  at: z.number(),
  how: z.enum(['spoken', 'statement', 'ticked', 'command-line', 'elsewhere']),
  record: z
    .object({ id: z.string(), text: z.string(), sha256: z.string(), seconds: z.number() })
    .exactOptional(),
}) satisfies z.ZodType<Consent>;

/** A pronunciation list as voices and batches keep it. */
export const pronunciationsSchema = z.array(
  z.object({ word: z.string(), spoken: z.string() }),
) satisfies z.ZodType<Pronunciation[]>;
