import type { Job } from '../../jobs/job.ts';
import { fail, ok, type Result } from '../../result.ts';
import { takesOf } from '../sample/sample.ts';
import { checkNewVoice, isName, isNameTaken } from './check-new-voice.ts';
import { type Manner, tidyPronunciations } from './manner.ts';
import { moveVoice, type VoiceEvent } from './move-voice.ts';
import type { NewVoice, VoiceMakerParts } from './new-voice.ts';
import { isAtRest, remade } from './remade-voice.ts';
import type { Voice } from './voice.ts';

const MOST_TAGS = 20;
const MOST_TAG_CHARACTERS = 40;

export type { NewVoice } from './new-voice.ts';

/** What a person adds to a voice; what is absent stays as it is. */
export interface OwnWords extends Manner {
  readonly note?: string;
  readonly tags?: readonly string[];
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

  const maker = {
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
      const old = ask.replaces && shelf.get(ask.replaces.id);
      if (ask.replaces && !isReplaceable(old)) return fail(old ? 'voice-not-possible' : 'voice-not-found');
      const [id, jobId, at] = [parts.newId('voice'), parts.newId('job'), now()];
      const { name, server, model, language, gender, region, groupId } = ask;
      const { sample, consent } = checked.value;
      const fresh: Voice = {
        ...{ id, name: name.trim(), server, model, language, gender, jobId, consent },
        ...{ takeIds: takesOf(sample), parts: sample },
        ...{ createdAt: at, updatedAt: at, state: { status: 'waiting' } },
        ...(region !== undefined && { region }),
        ...(groupId !== undefined && { groupId }),
      };
      const voice = old && ask.replaces ? remade(old, fresh, ask.replaces.why) : fresh;
      const saved = shelf.save(voice);
      if (!saved.ok) return saved;
      parts.onChanged(voice);
      const upload = parts.earlyUpload?.(server, voice.parts ?? []);
      const input = { voiceId: voice.id, server, ...(upload !== undefined && { upload }) };
      const added = await parts.runner().add([{ kind: 'clone', id: jobId, input }]);
      if (added.ok) return ok(voice);
      if (old) {
        if (shelf.save(old).ok) parts.onChanged(old);
        return added;
      }
      shelf.remove(id);
      parts.onGone(id);
      return added;
    },
    /** Makes the voice again of the recordings it was made of, on `server`; costs as a training does. */
    async rebuild(id: string, server: string): Promise<Result<Voice>> {
      const voice = shelf.get(id);
      if (!voice) return fail('voice-not-found');
      if (voice.takeIds.length === 0) return fail('sample-missing');
      return maker.make({ ...voice, server, replaces: { id, why: 'rebuilt' } });
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
    /** Adds a person's own words to a voice, and how it is to speak. Tags and words are trimmed, and each is kept once. */
    describe(id: string, words: OwnWords): Result<Voice> {
      const voice = shelf.get(id);
      if (!voice) return fail('voice-not-found');
      const { note, tags, speed, pronunciations } = words;
      const saved = shelf.save({
        ...voice,
        ...(note !== undefined && { note: note.trim() }),
        ...(tags !== undefined && { tags: tidyTags(tags) }),
        ...(speed !== undefined && { speed }),
        ...(pronunciations !== undefined && { pronunciations: tidyPronunciations(pronunciations) }),
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
  return maker;
}

function isReplaceable(voice: Voice | undefined): boolean {
  return voice !== undefined && voice.origin?.is !== 'public' && isAtRest(voice);
}

export type VoiceMaker = ReturnType<typeof createVoiceMaker>;

function voiceOf(job: Job): string | undefined {
  const { input } = job;
  const isObject = typeof input === 'object' && input !== null && !Array.isArray(input);
  const id = job.kind === 'clone' && isObject ? (input as { readonly voiceId?: unknown }).voiceId : undefined;
  return typeof id === 'string' ? id : undefined;
}

/** Trimmed, none empty, at most 40 characters, each once whatever its case, at most 20. */
function tidyTags(tags: readonly string[]): readonly string[] {
  const tidy = tags
    .map((tag) => tag.trim().replace(/\s+/g, ' ').slice(0, MOST_TAG_CHARACTERS))
    .filter(Boolean);
  const first = new Map(tidy.toReversed().map((tag) => [tag.toLowerCase(), tag]));
  return tidy.filter((tag) => first.get(tag.toLowerCase()) === tag).slice(0, MOST_TAGS);
}
