import type { Take } from '../../recording/take.ts';
import { encodeWav } from '../../recording/wav.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Consent } from '../voice/voice.ts';
import type { KeptConsent } from './consent.ts';
import { clipFiles, loadSample, type TakeSource } from './load-sample.ts';
import type { SampleClip } from './render-sample.ts';
import { isWithin, type SamplePart, takesOf, wholeTake, withoutStretches } from './sample.ts';
import { loudestLevel, SILENCE_DBFS } from './sample-check.ts';
import type { SampleDraft } from './sample-draft.ts';
import { consentStretches } from './script-parts.ts';

/** A consent shorter than this says nothing, in seconds: one of them may be from before the press. */
const LEAST_CONSENT_SECONDS = 2.5;

type DraftChange = Partial<Omit<SampleDraft, 'revision' | 'consent'>>;

/** How the speaker agrees: in a stretch of a take, in a file that was taken in as a take, or by a tick. */
export type Agreement =
  | { readonly how: 'spoken'; readonly text: string; readonly stretch: Omit<SamplePart, 'sentence'> }
  | { readonly how: 'statement'; readonly text: string; readonly takeId: string }
  | { readonly how: 'ticked'; readonly text: string };

export interface SampleDeskParts {
  readonly shelf: {
    get(): SampleDraft;
    change(patch: Partial<Omit<SampleDraft, 'revision'>>): Result<SampleDraft>;
  };
  readonly consents: {
    list(): readonly KeptConsent[];
    keep(consent: Omit<KeptConsent, 'sha256'>, wav: Uint8Array): Promise<Result<KeptConsent>>;
    remove(id: string): Promise<void>;
  };
  readonly source: TakeSource;
  /** Whether a voice carries this consent. */
  readonly isCarried: (consentId: string) => boolean;
  readonly now: () => number;
  readonly newId: () => string;
  readonly onChanged: (draft: SampleDraft) => void;
}

/** The sample in the making: changed, agreed to, rendered. The one place that decides what is in it. */
export function createSampleDesk(parts: SampleDeskParts) {
  const { shelf, consents, source, now } = parts;
  let rendered: { readonly of: string; readonly clips: Promise<Result<readonly SampleClip[]>> } | undefined;

  const told = (changed: Result<SampleDraft>): Result<SampleDraft> => {
    if (changed.ok) parts.onChanged(changed.value);
    return changed;
  };

  const agreed = async (consent: Consent | null): Promise<Result<SampleDraft>> => {
    const before = shelf.get().consent?.record;
    const changed = shelf.change({ consent });
    if (changed.ok && before) await desk.letGo(before.id);
    return told(changed);
  };

  const desk = {
    get: () => withKeptTakes(shelf.get(), source),
    /** No part may lie outside its take; what is consent is cut out of them. */
    change(patch: DraftChange): Result<SampleDraft> {
      if (!patch.parts) return told(shelf.change(patch));
      for (const part of patch.parts) {
        const take = source.take(part.takeId);
        if (!take) return fail('take-not-found');
        if (!isWithin(part, take)) return fail('part-not-possible');
      }
      return told(shelf.change({ ...patch, parts: desk.withoutConsent(patch.parts) }));
    },
    /** The parts without a word of consent, wherever it was said. */
    withoutConsent(wanted: readonly SamplePart[]): readonly SamplePart[] {
      const marked = takesOf(wanted).flatMap((id) => source.take(id) ?? []);
      const kept = consents.list().flatMap(({ from }) => from ?? []);
      return withoutStretches(wanted, [...consentStretches(marked), ...kept]);
    },
    /** Keeps the speaker's consent with the sample, in place of an earlier one; a sound is cut out, hashed and kept. */
    async agree(agreement: Agreement): Promise<Result<SampleDraft>> {
      if (agreement.how === 'ticked') return agreed({ at: now(), how: 'ticked' });
      const take = source.take(agreement.how === 'spoken' ? agreement.stretch.takeId : agreement.takeId);
      if (!take) return fail('take-not-found');
      const stretch = agreement.how === 'spoken' ? agreement.stretch : wholeTake(take);
      const cut = await cutConsent(take, stretch, source);
      if (!cut.ok) return cut;
      const { from, to } = stretch;
      const kept = await consents.keep(
        {
          ...{ id: parts.newId(), createdAt: now(), text: agreement.text, seconds: cut.value.seconds },
          ...(agreement.how === 'spoken' && { from: { takeId: take.id, from, to } }),
        },
        cut.value.wav,
      );
      if (!kept.ok) return kept;
      const { id, text, sha256, seconds } = kept.value;
      const without = agreement.how === 'spoken' ? desk.change({ parts: desk.get().parts }) : ok(undefined);
      if (!without.ok) return without;
      return agreed({ at: kept.value.createdAt, how: agreement.how, record: { id, text, sha256, seconds } });
    },
    /** Takes the consent back, or `clear`s everything for a new sample; script, model and speaker stay. */
    disagree: () => agreed(null),
    async clear(): Promise<Result<SampleDraft>> {
      const before = shelf.get().consent?.record;
      const cleared = shelf.change({ parts: [], consent: null });
      if (cleared.ok && before) await desk.letGo(before.id);
      return told(cleared);
    },
    /** Removes the sound of a consent that neither the sample nor a voice carries any more. */
    async letGo(id: string): Promise<void> {
      if (id !== shelf.get().consent?.record?.id && !parts.isCarried(id)) await consents.remove(id);
    },
    /** The sample as it would be uploaded; rendered once until its parts change. */
    render(): Promise<Result<readonly SampleClip[]>> {
      const { parts: wanted } = desk.get();
      const of = JSON.stringify(wanted);
      if (rendered?.of !== of) rendered = { of, clips: loadSample(wanted, source) };
      return rendered.clips;
    },
    /** One clip as a WAV file, for the player; undefined where the sample has changed since, or cannot be rendered. */
    async file(revision: number, index: number): Promise<Uint8Array<ArrayBuffer> | undefined> {
      if (revision !== shelf.get().revision) return undefined;
      const clips = await desk.render();
      return clips.ok ? clipFiles(clips.value)[index] : undefined;
    },
  };
  return desk;
}
export type SampleDesk = ReturnType<typeof createSampleDesk>;

/** Parts of takes that are not kept are left out, and are back when their take is. */
function withKeptTakes(draft: SampleDraft, source: TakeSource): SampleDraft {
  return { ...draft, parts: draft.parts.filter((part) => source.take(part.takeId)) };
}

async function cutConsent(
  take: Take,
  stretch: { readonly from: number; readonly to: number },
  source: TakeSource,
): Promise<Result<{ readonly wav: Uint8Array; readonly seconds: number }>> {
  if (!isWithin({ ...stretch, takeId: take.id }, take)) return fail('part-not-possible');
  const sound = await source.span(take, stretch);
  if (!sound.ok) return sound;
  const seconds = sound.value.samples.length / take.sampleRate;
  if (seconds < LEAST_CONSENT_SECONDS || !(loudestLevel(sound.value) >= SILENCE_DBFS))
    return fail('consent-not-heard');
  return ok({ wav: encodeWav(sound.value, take.bitDepth), seconds });
}
