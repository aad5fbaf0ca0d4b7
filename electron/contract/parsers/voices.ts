import { z } from 'zod';
import { A2E_MODELS } from '../../a2e/wire.ts';
import type { VoiceCalls } from '../calls/voices.ts';
import { id, language, name, samplePart } from './words.ts';

const voiceId = z.strictObject({ voiceId: id });

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
  }),
  'voice.rename': z.strictObject({ voiceId: id, name }),
  'voice.remove': voiceId,
};
