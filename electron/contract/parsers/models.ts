import { z } from 'zod';
import type { ModelCalls } from '../calls/models.ts';
import { nothing } from './words.ts';

export const modelParsers: { readonly [N in keyof ModelCalls]: z.ZodType<ModelCalls[N]['ask']> } = {
  'model.install': z.strictObject({
    from: z.enum(['file', 'folder', 'download']),
    licenceAccepted: z.literal(true),
  }),
  'model.stop': nothing,
  'model.remove': nothing,
};
