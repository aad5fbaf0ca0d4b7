import type { z } from 'zod';
import type { ServerCalls } from '../calls/servers.ts';
import { nothing } from './words.ts';

export const serverParsers: { readonly [N in keyof ServerCalls]: z.ZodType<ServerCalls[N]['ask']> } = {
  'server.check': nothing,
};
