import { z } from 'zod';
import { A2E_MODELS } from '../a2e/wire.ts';
import type { Voice } from '../cloning/voice/voice.ts';
import type { Fault } from '../result.ts';
import { consentSchema, partSchema, pronunciationsSchema } from './kept-shapes.ts';

const faultSchema = z.custom<Fault>(
  (value) => z.looseObject({ code: z.string() }).safeParse(value).success,
) satisfies z.ZodType<Fault>;

const originSchema = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('account'),
    engine: z.string().exactOptional(),
    languageAssumed: z.literal(true).exactOptional(),
  }),
  z.object({ is: z.literal('public') }),
  z.object({ is: z.literal('file') }),
]);

const pastSchema = z.object({
  why: z.enum(['rebuilt', 'recorded-again']),
  until: z.number(),
  server: z.string(),
  model: z.enum(A2E_MODELS),
  remoteId: z.string().exactOptional(),
  takeIds: z.array(z.string()),
  parts: z.array(partSchema).exactOptional(),
});

/** A voice as it is kept; what a newer version added stays with it. */
export const voiceSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  server: z.string(),
  model: z.enum(A2E_MODELS),
  language: z.string(),
  region: z.string().exactOptional(),
  gender: z.enum(['female', 'male']),
  takeIds: z.array(z.string()),
  parts: z.array(partSchema).exactOptional(),
  consent: consentSchema,
  jobId: z.string(),
  createdAt: z.number(),
  updatedAt: z.number(),
  state: z.discriminatedUnion('status', [
    z.object({ status: z.literal('waiting') }),
    z.object({ status: z.literal('uploading') }),
    z.object({ status: z.literal('sent'), remoteId: z.string() }),
    z.object({ status: z.literal('processing'), remoteId: z.string(), wireStatus: z.string() }),
    z.object({
      status: z.literal('completed'),
      remoteId: z.string(),
      speakerId: z.string().exactOptional(),
      speakId: z.string().exactOptional(),
      stock: z.string().exactOptional(),
    }),
    z.object({ status: z.literal('gone'), at: z.number(), remoteId: z.string().exactOptional() }),
    z.object({ status: z.literal('failed'), fault: faultSchema, remoteId: z.string().exactOptional() }),
  ]),
  origin: originSchema.exactOptional(),
  groupId: z.string().exactOptional(),
  tags: z.array(z.string()).exactOptional(),
  note: z.string().exactOptional(),
  speed: z.number().exactOptional(),
  pronunciations: pronunciationsSchema.exactOptional(),
  usedAt: z.number().exactOptional(),
  history: z.array(pastSchema).exactOptional(),
}) satisfies z.ZodType<Voice>;
