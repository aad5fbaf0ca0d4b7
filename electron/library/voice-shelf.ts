import { z } from 'zod';
import { A2E_MODELS } from '../a2e/wire.ts';
import type { Voice } from '../cloning/voice.ts';
import { type Fault, fail, ok, type Result } from '../result.ts';
import { consentSchema, partSchema } from './kept-shapes.ts';
import type { KeptStore } from './kept-store.ts';

const faultSchema = z.custom<Fault>(
  (value) => z.looseObject({ code: z.string() }).safeParse(value).success,
) satisfies z.ZodType<Fault>;

const originSchema = z.discriminatedUnion('is', [
  z.object({ is: z.literal('account'), engine: z.string().exactOptional() }),
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

const voiceSchema = z.looseObject({
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
    z.object({ status: z.literal('gone'), at: z.number(), remoteId: z.string() }),
    z.object({ status: z.literal('failed'), fault: faultSchema, remoteId: z.string().exactOptional() }),
  ]),
  origin: originSchema.exactOptional(),
  groupId: z.string().exactOptional(),
  tags: z.array(z.string()).exactOptional(),
  note: z.string().exactOptional(),
  usedAt: z.number().exactOptional(),
  history: z.array(pastSchema).exactOptional(),
}) satisfies z.ZodType<Voice>;

/** The voices, kept with electron-store. */
export interface VoiceShelf {
  /** Oldest first. */
  list(): readonly Voice[];
  get(id: string): Voice | undefined;
  /** Fails with `settings-not-written`; what was kept before stays. */
  save(voice: Voice): Result<Voice, 'settings-not-written'>;
  remove(id: string): Result<void, 'settings-not-written'>;
}

/** Reads the voices; entries this version cannot read are kept in the file as they are and not listed. */
export function openVoiceShelf(store: KeptStore): VoiceShelf {
  const raw: Record<string, unknown> = readObject(store.get('voices'));
  const voices = new Map<string, Voice>();
  for (const [id, value] of Object.entries(raw)) {
    const { data } = voiceSchema.safeParse(value);
    if (data?.id === id) voices.set(id, data);
  }

  const write = (change: () => void): Result<void, 'settings-not-written'> => {
    const before = { ...raw };
    change();
    try {
      store.set('voices', raw);
      return ok(undefined);
    } catch (error) {
      for (const id of Object.keys(raw)) delete raw[id];
      Object.assign(raw, before);
      return fail('settings-not-written', { detail: error instanceof Error ? error.message : String(error) });
    }
  };

  return {
    list: () => [...voices.values()].sort((a, b) => a.createdAt - b.createdAt),
    get: (id) => voices.get(id),
    save(voice) {
      const written = write(() => {
        raw[voice.id] = voice;
      });
      if (written.ok) voices.set(voice.id, voice);
      return written.ok ? ok(voice) : written;
    },
    remove(id) {
      const written = write(() => {
        delete raw[id];
      });
      if (written.ok) voices.delete(id);
      return written;
    },
  };
}

function readObject(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
