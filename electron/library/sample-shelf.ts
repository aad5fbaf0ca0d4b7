import { z } from 'zod';
import { A2E_MODELS } from '../a2e/wire.ts';
import { EMPTY_DRAFT, type SampleDraft } from '../cloning/sample/sample-draft.ts';
import { fail, ok, type Result } from '../result.ts';
import { consentSchema, partSchema } from './kept-shapes.ts';
import type { KeptStore } from './kept-store.ts';

/** One parser per field: what does not fit falls back to its own beginning, alone. */
const draftFields = {
  parts: z.array(partSchema),
  script: z.object({ language: z.string(), passage: z.number().int(), ownText: z.string() }),
  model: z.enum(A2E_MODELS),
  speaker: z.string(),
  consent: consentSchema.nullable(),
} satisfies { readonly [F in Exclude<keyof SampleDraft, 'revision'>]: z.ZodType<SampleDraft[F]> };

/** The sample in the making: it outlives the app. */
export interface SampleShelf {
  get(): SampleDraft;
  /** Changes it and counts the revision; fails with `settings-not-written`, and it stays as it was. */
  change(patch: Partial<Omit<SampleDraft, 'revision'>>): Result<SampleDraft, 'settings-not-written'>;
}

/** Reads the sample that was being made. */
export function openSampleShelf(store: KeptStore): SampleShelf {
  const read = <F extends keyof typeof draftFields>(name: F): SampleDraft[F] => {
    const { data } = draftFields[name].safeParse(store.get(name));
    return data === undefined ? EMPTY_DRAFT[name] : (data as SampleDraft[F]);
  };
  let draft: SampleDraft = {
    parts: read('parts'),
    script: read('script'),
    model: read('model'),
    speaker: read('speaker'),
    consent: read('consent'),
    revision: 0,
  };
  return {
    get: () => draft,
    change(patch) {
      const before = draft;
      try {
        for (const [name, value] of Object.entries(patch)) store.set(name, value);
      } catch (error) {
        return fail('settings-not-written', {
          detail: error instanceof Error ? error.message : String(error),
        });
      }
      draft = { ...before, ...patch, revision: before.revision + 1 };
      return ok(draft);
    },
  };
}
