import type { A2eModel } from '../a2e/wire.ts';
import type { Job } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/runner.ts';
import { fail, ok, type Result } from '../result.ts';
import { allowsVoice } from './consent.ts';
import { ENGINES, speaksLanguage } from './engines.ts';
import { loadSample, partsOf, type TakeSource } from './load-sample.ts';
import { moveVoice, type VoiceEvent } from './move-voice.ts';
import { type SamplePart, takesOf } from './sample.ts';
import { checkSample } from './sample-check.ts';
import type { Connect } from './server.ts';
import type { Consent, Gender, Voice } from './voice.ts';

const LONGEST_NAME = 100;
const MOST_TAGS = 20;
const MOST_TAG_CHARACTERS = 40;

export interface NewVoice {
  readonly name: string;
  readonly server: string;
  readonly model: A2eModel;
  readonly language: string;
  /** Whose way of the language, such as `GB`; absent: the usual one. */
  readonly region?: string;
  readonly gender: Gender;
  readonly takeIds: readonly string[];
  /** What of the takes makes the sample; absent: each of them whole, but for the consent in it. */
  readonly parts?: readonly SamplePart[];
  /** Shared by the voices of one sample that are to be compared. */
  readonly groupId?: string;
  /** Absent: the speaker was not said to agree; nothing is uploaded. */
  readonly consent?: Consent | null;
}

export interface VoiceMakerParts {
  readonly shelf: {
    list(): readonly Voice[];
    get(id: string): Voice | undefined;
    save(voice: Voice): Result<Voice>;
    remove(id: string): Result<void>;
  };
  readonly runner: () => Pick<JobRunner, 'add' | 'cancel' | 'release' | 'get'>;
  readonly connect: Connect;
  readonly source: TakeSource;
  /** The parts without a word of consent: that is never part of the sample. */
  readonly withoutConsent: (parts: readonly SamplePart[]) => readonly SamplePart[];
  readonly now: () => number;
  readonly newId: (what: 'voice' | 'job') => string;
  readonly onChanged: (voice: Voice) => void;
  readonly onGone: (id: string) => void;
}

/** Makes and names voices, and keeps each in step with the job that trains it. */
export function createVoiceMaker(parts: VoiceMakerParts) {
  const { shelf, now } = parts;

  const move = (id: string, event: VoiceEvent): Voice | undefined => {
    const voice = shelf.get(id);
    if (!voice) return undefined;
    const moved = moveVoice(voice, event, now());
    if (moved === voice) return voice;
    const saved = shelf.save(moved);
    if (saved.ok) parts.onChanged(moved);
    return saved.ok ? moved : voice;
  };

  return {
    move,
    /** Whether this voice could be made now: everything that can be refused before anything is uploaded. */
    async check(ask: NewVoice): Promise<Result<void>> {
      const checked = await checkNewVoice(ask, parts);
      return checked.ok ? ok(undefined) : checked;
    },
    /** Checks everything that can be checked here, keeps the voice, and asks for its training. Works offline. */
    async make(ask: NewVoice): Promise<Result<Voice>> {
      const checked = await checkNewVoice(ask, parts);
      if (!checked.ok) return checked;
      const [id, jobId, at] = [parts.newId('voice'), parts.newId('job'), now()];
      const { name, server, model, language, gender, region, groupId } = ask;
      const { sample, consent } = checked.value;
      const voice: Voice = {
        ...{ id, name: name.trim(), server, model, language, gender, jobId, consent },
        ...{ takeIds: takesOf(sample), parts: sample },
        ...{ createdAt: at, updatedAt: at, state: { status: 'waiting' } },
        ...(region !== undefined && { region }),
        ...(groupId !== undefined && { groupId }),
      };
      const saved = shelf.save(voice);
      if (!saved.ok) return saved;
      parts.onChanged(voice);
      const added = await parts.runner().add([{ kind: 'clone', id: jobId, input: { voiceId: id, server } }]);
      if (added.ok) return ok(voice);
      shelf.remove(id);
      parts.onGone(id);
      return added;
    },
    rename(id: string, name: string): Result<Voice> {
      const voice = shelf.get(id);
      if (!voice) return fail('voice-not-found');
      if (!isName(name)) return fail('name-missing');
      if (isNameTaken(shelf.list(), { id, name, server: voice.server })) return fail('voice-name-taken');
      const saved = shelf.save({ ...voice, name: name.trim(), updatedAt: now() });
      if (saved.ok) parts.onChanged(saved.value);
      return saved;
    },
    /** Adds a person's own words to a voice. Tags are trimmed, and each is kept once. */
    describe(
      id: string,
      words: { readonly note?: string; readonly tags?: readonly string[] },
    ): Result<Voice> {
      const voice = shelf.get(id);
      if (!voice) return fail('voice-not-found');
      const { note = voice.note, tags = voice.tags } = words;
      const saved = shelf.save({
        ...voice,
        ...(note !== undefined && { note: note.trim() }),
        ...(tags !== undefined && { tags: tidyTags(tags) }),
      });
      if (saved.ok) parts.onChanged(saved.value);
      return saved;
    },
    /** To be told of every change of a clone job: brings the voice in step and wakes what waits for it. */
    follow(job: Job): void {
      const voiceId = voiceOf(job);
      // A voice that was made again has another job: what the old one does is no news of it.
      if (voiceId === undefined || shelf.get(voiceId)?.jobId !== job.id) return;
      if (job.state.status === 'failed') move(voiceId, { is: 'failed', fault: job.state.fault });
      if (job.state.status === 'canceled') move(voiceId, { is: 'failed', fault: { code: 'canceled' } });
      if (job.state.status === 'waiting' || job.state.status === 'running') move(voiceId, { is: 'retried' });
      const status = shelf.get(voiceId)?.state.status;
      if (status === 'completed' || status === 'failed') parts.runner().release(`voice:${voiceId}`);
    },
  };
}
export type VoiceMaker = ReturnType<typeof createVoiceMaker>;

function voiceOf(job: Job): string | undefined {
  const { input } = job;
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  const id = job.kind === 'clone' && isObject ? (input as { readonly voiceId?: unknown }).voiceId : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** Whether a voice of this server that has not failed bears the name already (case does not matter). */
function isNameTaken(
  voices: readonly Voice[],
  wanted: { name: string; server: string; id?: string },
): boolean {
  const name = wanted.name.trim().toLowerCase();
  return voices.some(
    (voice) =>
      voice.id !== wanted.id &&
      voice.server === wanted.server &&
      voice.state.status !== 'failed' &&
      voice.name.toLowerCase() === name,
  );
}

/** Trimmed, none empty, at most 40 characters, each once whatever its case, at most 20. */
function tidyTags(tags: readonly string[]): readonly string[] {
  const tidy = tags
    .map((tag) => tag.trim().replace(/\s+/g, ' ').slice(0, MOST_TAG_CHARACTERS))
    .filter(Boolean);
  const first = new Map(tidy.toReversed().map((tag) => [tag.toLowerCase(), tag]));
  return tidy.filter((tag) => first.get(tag.toLowerCase()) === tag).slice(0, MOST_TAGS);
}

function isName(name: string): boolean {
  return name.trim().length > 0 && name.trim().length <= LONGEST_NAME;
}

/** Everything that can be refused before anything is uploaded; answers what the voice is to be made of. */
async function checkNewVoice(
  ask: NewVoice,
  parts: VoiceMakerParts,
): Promise<Result<{ readonly sample: readonly SamplePart[]; readonly consent: Consent }>> {
  const takeIds = [...new Set(ask.takeIds)];
  const sample = parts.withoutConsent(partsOf({ ...ask, takeIds }, parts.source));
  const takes = takesOf(sample).flatMap((id) => parts.source.take(id) ?? []);
  if (!allowsVoice(ask.consent, takes)) return fail('consent-missing');
  if (!isName(ask.name)) return fail('name-missing');
  if (isNameTaken(parts.shelf.list(), ask)) return fail('voice-name-taken');
  const connection = await parts.connect(ask.server);
  if (!connection.ok) return { ok: false, fault: { ...connection.fault, facts: { server: ask.server } } };
  const { languages } = connection.value;
  if (!speaksLanguage(ask.model, ask.language) || (languages && !languages.includes(ask.language)))
    return fail('language-unsupported', { facts: { language: ask.language } });
  const clips = await loadSample(sample, parts.source);
  if (!clips.ok) return clips;
  const checked = checkSample(
    clips.value.map(({ sound }) => sound),
    ENGINES[ask.model],
  );
  return checked.ok ? ok({ sample, consent: ask.consent }) : checked;
}
