import type { Voice } from '../cloning/voice/voice.ts';
import { ok, type Result } from '../result.ts';
import type { OpenStore } from './kept-store.ts';
import { attemptWrite, openPages } from './store-pages.ts';
import { voiceSchema } from './voice-schema.ts';

type NotWritten = 'settings-not-written';

/** Voices to be saved together. */
export interface ManyVoices {
  readonly ids: readonly string[];
  /** Asked for each right before it is written; undefined for one that is not to be any more. */
  readonly make: (id: string) => Voice | undefined;
  /** Told after each page. */
  readonly onKept: (voices: readonly Voice[]) => void;
}

/** The voices, kept with electron-store. */
export interface VoiceShelf {
  /** Oldest first. */
  list(): readonly Voice[];
  get(id: string): Voice | undefined;
  /** Fails with `settings-not-written`; what was kept before stays. */
  save(voice: Voice): Result<Voice, NotWritten>;
  /** Saves many, a page at a time and with room for other work in between. Pages that were written stay where one fails. */
  saveAll(many: ManyVoices): Promise<Result<void, NotWritten>>;
  remove(id: string): Result<void, NotWritten>;
}

/**
 * Reads the voices, from `voices.json` and, where they are many, its further pages. Entries this version cannot read are
 * kept in the file as they are and not listed.
 */
export function openVoiceShelf(open: OpenStore): VoiceShelf {
  const pages = openPages(open, 'voices');
  const voices = new Map<string, Voice>();
  for (const [id, value] of pages.entries()) {
    const { data } = voiceSchema.safeParse(value);
    if (data?.id === id) voices.set(id, data);
  }
  let inOrder: readonly Voice[] | undefined;
  const keep = (voice: Voice): void => {
    voices.set(voice.id, voice);
    inOrder = undefined;
  };

  return {
    list() {
      inOrder ??= [...voices.values()].sort((a, b) => a.createdAt - b.createdAt);
      return inOrder;
    },
    get: (id) => voices.get(id),
    save(voice) {
      const written = attemptWrite(() => pages.set([[voice.id, voice]]));
      if (!written.ok) return written;
      keep(voice);
      return ok(voice);
    },
    async saveAll({ ids, make, onKept }) {
      for (const batch of pages.inBatches(ids)) {
        const made = batch.flatMap((id) => make(id) ?? []);
        const written = attemptWrite(() => pages.set(made.map((voice) => [voice.id, voice])));
        if (!written.ok) return written;
        for (const voice of made) keep(voice);
        onKept(made);
        await new Promise((resolve) => setImmediate(resolve));
      }
      return ok(undefined);
    },
    remove(id) {
      const written = attemptWrite(() => pages.delete(id));
      if (!written.ok) return written;
      voices.delete(id);
      inOrder = undefined;
      return ok(undefined);
    },
  };
}
