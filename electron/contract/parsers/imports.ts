import { z } from 'zod';
import type { ImportCalls } from '../calls/imports.ts';
import { id, nothing } from './words.ts';

export const importParsers: { readonly [N in keyof ImportCalls]: z.ZodType<ImportCalls[N]['ask']> } = {
  'take.import': nothing,
  // A file that has no path (made by a page) arrives as an empty one.
  'take.importDropped': z.strictObject({ paths: z.array(z.string().max(4096)).max(1000) }),
  'import.cancel': z.strictObject({ importId: id }),
};
