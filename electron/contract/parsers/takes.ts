import { z } from 'zod';
import type { TakeCalls } from '../calls/takes.ts';
import { id } from './words.ts';

const takeId = z.strictObject({ takeId: id });

export const takeParsers: { readonly [N in keyof TakeCalls]: z.ZodType<TakeCalls[N]['ask']> } = {
  'take.begin': z.strictObject({
    device: z.string().max(500),
    sampleRate: z.number().int().min(8000).max(768_000),
    sessionId: id.exactOptional(),
  }),
  'take.stop': z.strictObject({ takeId: id, samples: z.number().int().nonnegative() }),
  'take.discard': takeId,
  'take.restore': takeId,
  'take.clean': takeId,
  'take.peaks': takeId,
};
