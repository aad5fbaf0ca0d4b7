import { z } from 'zod';
import type { SpeechCalls } from '../calls/speech.ts';
import { id, pronunciations } from './words.ts';

const jobId = z.strictObject({ jobId: id });

export const speechParsers: { readonly [N in keyof SpeechCalls]: z.ZodType<SpeechCalls[N]['ask']> } = {
  'speech.say': z.strictObject({
    voiceId: id,
    text: z.string().max(1_000_000),
    speed: z.number().exactOptional(),
    pronunciations: pronunciations.exactOptional(),
  }),
  'job.retry': jobId,
  'job.cancel': jobId,
};
