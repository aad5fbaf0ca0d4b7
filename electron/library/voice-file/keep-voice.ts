import type { Voice, VoiceState } from '../../cloning/voice/voice.ts';
import type { TakeKeeper } from '../../recording/recorder.ts';
import { moveTake, type Take } from '../../recording/take.ts';
import type { Pcm } from '../../recording/wav.ts';
import { decodeWav } from '../../recording/wav-read.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { ConsentShelf } from '../consent-shelf.ts';
import type { VoiceShelf } from '../voice-shelf.ts';
import type { Manifest } from './manifest.ts';
import type { UnpackedVoice } from './unpack-voice.ts';

/** More sound than any sample holds is refused, in seconds. */
const MOST_SECONDS = 600;

export interface KeepVoiceParts {
  readonly voices: Pick<VoiceShelf, 'list' | 'save'>;
  readonly takes: Pick<TakeKeeper, 'create' | 'save' | 'remove'>;
  readonly consents: Pick<ConsentShelf, 'keep' | 'remove'>;
  readonly now: () => number;
  readonly newId: (what: 'voice' | 'take' | 'consent') => string;
}

/** A voice taken in, and its parts of the sample as recordings. */
export interface KeptVoice {
  readonly voice: Voice;
  readonly takes: readonly Take[];
}

/**
 * Keeps a voice that was read from a file: each part of the sample as a recording, the consent beside it. Fails with
 * `voice-file-known` (facts: `name`) where its clone is in the library already, with `voice-file-unreadable` where a part
 * is no sound, or as the disk does; nothing of it is kept then.
 */
export async function keepVoice(unpacked: UnpackedVoice, parts: KeepVoiceParts): Promise<Result<KeptVoice>> {
  const { manifest, sample } = unpacked;
  const known = sameClone(manifest, parts.voices.list());
  if (known) return fail('voice-file-known', { facts: { name: known.name } });
  const sounds = decodeAll(sample);
  if (!sounds.ok) return sounds;
  const takes: Take[] = [];
  let consentId: string | undefined;
  const undo = async (fault: Result<never>): Promise<Result<never>> => {
    for (const { id } of takes) await parts.takes.remove(id);
    if (consentId !== undefined) await parts.consents.remove(consentId);
    return fault;
  };
  for (const sound of sounds.value) {
    const kept = await keepTake(sound, manifest.voice.name, parts);
    if (!kept.ok) return undo(kept);
    takes.push(kept.value);
  }
  const consent = await keepConsent(unpacked, parts);
  if (!consent.ok) return undo(consent);
  consentId = consent.value.record?.id;
  const voice = voiceOf(manifest, { takes, consent: consent.value, parts });
  const saved = parts.voices.save(voice);
  return saved.ok ? ok({ voice, takes }) : undo(saved);
}

function sameClone({ voice, clone }: Manifest, voices: readonly Voice[]): Voice | undefined {
  if (!clone) return undefined;
  return voices.find(
    ({ server, state }) =>
      server === voice.server && 'remoteId' in state && state.remoteId === clone.remoteId,
  );
}

function decodeAll(sample: readonly Uint8Array[]): Result<readonly Pcm[]> {
  const sounds: Pcm[] = [];
  let seconds = 0;
  for (const [index, wav] of sample.entries()) {
    const sound = decodeWav(wav);
    if (!sound.ok || sound.value.samples.length === 0)
      return fail('voice-file-unreadable', { detail: `part ${index + 1} of the sample is no sound` });
    seconds += sound.value.samples.length / sound.value.sampleRate;
    if (seconds > MOST_SECONDS)
      return fail('voice-file-unreadable', { detail: 'its sample is longer than a sample can be' });
    sounds.push(sound.value);
  }
  return ok(sounds);
}

async function keepTake(
  sound: Pcm,
  name: string,
  { takes, now, newId }: KeepVoiceParts,
): Promise<Result<Take>> {
  const take: Take = {
    ...{ id: newId('take'), createdAt: now(), samples: 0, state: { status: 'recording' } },
    source: { kind: 'file', fileName: name },
    sampleRate: sound.sampleRate,
    bitDepth: sound.bitDepth > 16 ? 24 : 16,
  };
  const file = await takes.create(take);
  if (!file.ok) return file;
  await file.value.append(sound.samples);
  const closed = await file.value.close();
  const moved = closed.ok ? moveTake(take, { is: 'stopped', samples: closed.value }) : closed;
  const saved = moved.ok ? await takes.save(moved.value) : moved;
  if (!saved.ok) await takes.remove(take.id);
  return saved;
}

async function keepConsent(
  { manifest: { consent }, consent: wav }: UnpackedVoice,
  { consents, newId }: KeepVoiceParts,
): Promise<Result<Voice['consent']>> {
  const { at, how, record } = consent;
  if (!record || !wav) return ok({ at, how });
  const { text, seconds } = record;
  const kept = await consents.keep({ id: newId('consent'), createdAt: at, text, seconds }, wav);
  if (!kept.ok) return kept;
  const { id, sha256 } = kept.value;
  return ok({ at, how, record: { id, text, sha256, seconds } });
}

function voiceOf(
  { voice, clone, sample }: Manifest,
  { takes, consent, parts }: { takes: readonly Take[]; consent: Voice['consent']; parts: KeepVoiceParts },
): Voice {
  const at = parts.now();
  const state: VoiceState = clone ? { status: 'completed', ...clone } : { status: 'gone', at };
  return {
    ...voice,
    ...{ id: parts.newId('voice'), jobId: '', updatedAt: at, consent, state, origin: { is: 'file' } },
    name: freeName(voice, parts.voices.list()),
    takeIds: takes.map(({ id }) => id),
    parts: takes.map(({ id, samples }, index) => {
      const sentence = sample[index]?.sentence;
      return { takeId: id, from: 0, to: samples, ...(sentence !== undefined && { sentence }) };
    }),
  };
}

/** Its name, with a number after it where a voice of that server bears it already. */
function freeName({ name, server }: Manifest['voice'], voices: readonly Voice[]): string {
  const taken = new Set(
    voices.filter((voice) => voice.server === server).map((voice) => voice.name.toLowerCase()),
  );
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} (${number})`;
  return free;
}
