import { z } from 'zod';
import type { ServerCalls } from '../calls/servers.ts';
import { name, nothing, serverId } from './words.ts';

const server = z.strictObject({ serverId });
const language = z.string().regex(/^[a-z]{2,3}$/);
const region = z.string().regex(/^[A-Z]{2}$/);
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
    atOnce: z.number().int().min(1).max(16).exactOptional(),
    keepPlain: z.boolean(),
    untested: z.boolean(),
  }),
  'server.remove': server,
  'server.choose': server,
  'server.publicVoices': z.strictObject({
    serverId,
    language: language.exactOptional(),
    region: region.exactOptional(),
  }),
  'server.addPublicVoice': z.strictObject({
    serverId,
    voice: z.strictObject({
      id: z.string().min(1).max(200),
      name: z.string().min(1).max(200),
      gender: z.enum(['female', 'male']).exactOptional(),
      rate: z.number().exactOptional(),
      stock: z.string().max(100).exactOptional(),
    }),
    language,
    region: region.exactOptional(),
  }),
  'server.pretendCredits': z.strictObject({ coins: z.number().int().min(0).max(1_000_000_000).nullable() }),
  'server.languages': server,
  'spending.allowMore': nothing,
  'server.detectLanguage': z.strictObject({ serverId, text: z.string().max(10_000) }),
  'server.cloneAvatarVoice': z.strictObject({ serverId, avatarId: z.string().min(1).max(200) }),
};
