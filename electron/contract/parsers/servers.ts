import { z } from 'zod';
import type { ServerCalls } from '../calls/servers.ts';
import { name, serverId } from './words.ts';

const server = z.strictObject({ serverId });
const token = z.string().max(20_000);

export const serverParsers: { readonly [N in keyof ServerCalls]: z.ZodType<ServerCalls[N]['ask']> } = {
  'server.check': server.nullable(),
  'server.add': z.strictObject({
    name,
    url: z.string().max(2000),
    token,
    keepPlain: z.boolean(),
    allowUnencrypted: z.boolean(),
    untested: z.boolean(),
  }),
  'server.change': z.strictObject({
    serverId,
    name: name.exactOptional(),
    token: token.exactOptional(),
    keepPlain: z.boolean(),
    untested: z.boolean(),
  }),
  'server.remove': server,
  'server.choose': server,
};
