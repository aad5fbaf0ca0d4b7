import { z } from 'zod';
import { A2E_MODELS } from '../../a2e/wire.ts';
import type { SampleCalls } from '../calls/samples.ts';
import { id, language, nothing, samplePart } from './words.ts';

/** More than anyone reads aloud for a sample, in characters. */
const text = z.string().max(20_000);
const at = z.number().int().nonnegative();

export const sampleParsers: { readonly [N in keyof SampleCalls]: z.ZodType<SampleCalls[N]['ask']> } = {
  'sample.change': z.strictObject({
    parts: z.array(samplePart).max(1000).exactOptional(),
    script: z.strictObject({ language, passage: z.number().int().min(-1), ownText: text }).exactOptional(),
    model: z.enum(A2E_MODELS).exactOptional(),
    speaker: z.string().max(200).exactOptional(),
  }),
  'sample.agree': z.discriminatedUnion('how', [
    z.strictObject({ how: z.literal('spoken'), text, takeId: id, from: at, to: at }),
    z.strictObject({ how: z.literal('statement'), text, takeId: id }),
    z.strictObject({ how: z.literal('ticked'), text }),
  ]),
  'sample.disagree': nothing,
  'sample.clear': nothing,
  'sample.suggest': z.strictObject({ takeId: id }),
  'sample.check': nothing,
  'sample.sendEarly': nothing,
};
