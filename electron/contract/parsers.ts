import { z } from 'zod';
import { A2E_MODELS } from '../a2e/wire.ts';
import { settingsFields } from '../library/settings-shelf.ts';
import type { CallName, Calls } from './calls.ts';

const nothing = z.null();
const id = z.string().regex(/^[\w-]{1,100}$/);
const takeId = z.strictObject({ takeId: id });
const voiceId = z.strictObject({ voiceId: id });
const jobId = z.strictObject({ jobId: id });
const clipId = z.strictObject({ clipId: id });
const name = z.string().max(1000);

/** One parser for the argument of each call, from `unknown`; a call without one does not compile. */
export const parsers: { readonly [N in CallName]: z.ZodType<Calls[N]['ask']> } = {
  'app.open': nothing,
  'settings.change': z.strictObject({
    bitDepth: settingsFields.bitDepth.exactOptional(),
    microphoneId: settingsFields.microphoneId.exactOptional(),
    appearance: settingsFields.appearance.exactOptional(),
    lastVoiceId: settingsFields.lastVoiceId.exactOptional(),
  }),
  'microphone.ask': nothing,
  'microphone.openSystemSettings': nothing,
  'take.begin': z.strictObject({
    device: z.string().max(500),
    sampleRate: z.number().int().min(8000).max(768_000),
  }),
  'take.stop': z.strictObject({ takeId: id, samples: z.number().int().nonnegative() }),
  'take.discard': takeId,
  'take.restore': takeId,
  'voice.make': z.strictObject({
    name,
    takeIds: z.array(id).max(100),
    model: z.enum(A2E_MODELS),
    language: z.string().regex(/^[a-z]{2,3}$/),
    gender: z.enum(['female', 'male']),
    consent: z.boolean(),
  }),
  'voice.rename': z.strictObject({ voiceId: id, name }),
  'voice.remove': voiceId,
  'speech.say': z.strictObject({ voiceId: id, text: z.string().max(1_000_000), speed: z.number() }),
  'job.retry': jobId,
  'job.cancel': jobId,
  'clip.discard': clipId,
  'clip.restore': clipId,
  'clip.saveAs': clipId,
  'folder.show': z.strictObject({
    what: z.enum(['home', 'takes', 'clips', 'clip', 'take']),
    id: id.exactOptional(),
  }),
  'server.check': nothing,
};
