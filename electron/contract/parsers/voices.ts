import { z } from 'zod';
import { A2E_MODELS } from '../../a2e/wire.ts';
import { REMOVAL_PLACES } from '../../cloning/voice/receipt.ts';
import type { VoiceCalls } from '../calls/voices.ts';
import { id, language, name, pronunciations, samplePart, speed } from './words.ts';

export const voiceParsers: { readonly [N in keyof VoiceCalls]: z.ZodType<VoiceCalls[N]['ask']> } = {
  'voice.make': z.strictObject({
    name,
    parts: z.array(samplePart).max(1000).exactOptional(),
    model: z.enum(A2E_MODELS),
    language,
    region: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .exactOptional(),
    alsoModels: z.array(z.enum(A2E_MODELS)).max(A2E_MODELS.length).exactOptional(),
    gender: z.enum(['female', 'male']),
    replaces: id.exactOptional(),
  }),
  'voice.rename': z.strictObject({ voiceId: id, name }),
  'voice.rebuild': z.strictObject({ voiceId: id }),
  'voice.describe': z.strictObject({
    voiceId: id,
    note: z.string().max(2000).exactOptional(),
    tags: z.array(z.string().max(200)).max(100).exactOptional(),
    speed: speed.exactOptional(),
    pronunciations: pronunciations.exactOptional(),
  }),
  'voice.remove': z.strictObject({ voiceId: id, where: z.enum(REMOVAL_PLACES) }),
  'voice.export': z.strictObject({ voiceId: id }),
  'voice.import': z.null(),
  'voices.sync': z.strictObject({ server: z.string().max(2000) }).nullable(),
};
