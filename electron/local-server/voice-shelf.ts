import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { A2E_MODELS } from '../a2e/wire.ts';
import { writeAtomic } from '../disk/write-atomic.ts';
import { fail, ok, type Result } from '../result.ts';
import { STOCK_VOICE_NAMES } from './stock-voices.ts';

const voiceShape = z.object({
  id: z.string().regex(/^[0-9a-f]{24}$/),
  name: z.string(),
  /** Samples kept here are paths (`/files/samples/…`), those elsewhere whole addresses. */
  samples: z.array(z.string()),
  model: z.enum(A2E_MODELS),
  language: z.string(),
  gender: z.enum(['female', 'male']),
  status: z.enum(['sent', 'processing', 'completed', 'failed']),
  /** With which of the stock voices it speaks, or is to speak where no model clones; absent for a clone. */
  stockVoice: z.enum(STOCK_VOICE_NAMES).optional(),
  /** A real clone: it speaks with the model, after its reference. */
  isClone: z.literal(true).optional(),
  failure: z.object({ code: z.string(), message: z.string() }).optional(),
  /** Milliseconds since 1970. */
  createdAt: z.number(),
  updatedAt: z.number(),
});

/** A voice as this server keeps it. */
export type ShelfVoice = z.infer<typeof voiceShape>;

const fileShape = z.object({ version: z.literal(1), voices: z.array(voiceShape) });

/** The voices, oldest first. Each change is on disk before it resolves; a change that cannot be written is undone. */
export interface VoiceShelf {
  list(): readonly ShelfVoice[];
  get(id: string): ShelfVoice | undefined;
  /** Adds a voice or replaces the one of that id. */
  put(voice: ShelfVoice): Promise<Result<void, 'not-written'>>;
  remove(id: string): Promise<Result<void, 'not-written'>>;
  /** Resolves when nothing is being written. */
  settled(): Promise<void>;
}

/** Opens `voices.json`. Fails with `folder-not-usable` where it is there and cannot be read: it is never overwritten. */
export async function openVoiceShelf(folder: string): Promise<Result<VoiceShelf, 'folder-not-usable'>> {
  const file = join(folder, 'voices.json');
  const read = await readVoices(file);
  if (!read.ok) return read;
  let voices = new Map(read.value.map((voice) => [voice.id, voice]));
  let last: Promise<unknown> = Promise.resolve();

  // One change at a time, each from what the one before left.
  const change = (edit: (next: Map<string, ShelfVoice>) => void): Promise<Result<void, 'not-written'>> => {
    const changed = last.then(async () => {
      const next = new Map(voices);
      edit(next);
      try {
        await writeAtomic(file, `${JSON.stringify({ version: 1, voices: [...next.values()] }, null, 1)}\n`);
      } catch (error) {
        return fail('not-written', { detail: error instanceof Error ? error.message : String(error) });
      }
      voices = next;
      return ok(undefined);
    });
    last = changed;
    return changed;
  };

  return ok({
    list: () => [...voices.values()],
    get: (id) => voices.get(id),
    put: (voice) => change((next) => next.set(voice.id, voice)),
    remove: (id) => change((next) => next.delete(id)),
    settled: async () => {
      await last;
    },
  });
}

async function readVoices(file: string): Promise<Result<readonly ShelfVoice[], 'folder-not-usable'>> {
  try {
    const parsed = fileShape.safeParse(JSON.parse(await readFile(file, 'utf8')));
    return parsed.success
      ? ok(parsed.data.voices)
      : fail('folder-not-usable', { detail: 'voices.json is not what this version writes' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ok([]);
    return fail('folder-not-usable', {
      detail: `voices.json cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
}
