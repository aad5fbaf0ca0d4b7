import { readFile, stat } from 'node:fs/promises';
import type { TakeSource } from '../../cloning/sample/load-sample.ts';
import { partsOf } from '../../cloning/sample/load-sample.ts';
import type { Voice } from '../../cloning/voice/voice.ts';
import { writeWhole } from '../../disk/write-atomic.ts';
import { type KeptVoice, keepVoice } from '../../library/voice-file/keep-voice.ts';
import { VOICE_FILE_ENDING } from '../../library/voice-file/manifest.ts';
import { packVoice } from '../../library/voice-file/pack-voice.ts';
import { MOST_BYTES, unpackVoice } from '../../library/voice-file/unpack-voice.ts';
import { encodeWav } from '../../recording/wav.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Emitter } from '../emitter.ts';
import { newId } from '../ids.ts';
import type { Library } from '../open-library.ts';

interface VoiceFilesParts {
  readonly library: Pick<Library, 'voices' | 'takes' | 'consents'>;
  readonly source: TakeSource;
  readonly events: Emitter;
  readonly now: () => number;
}

/** Voices as single files. */
export interface VoiceFiles {
  /** Writes the voice to `path`; its recordings must all be there. */
  save(voiceId: string, path: string): Promise<Result<string>>;
  /** Takes in the voice of a file from anywhere. */
  open(path: string): Promise<Result<Voice>>;
}

export function createVoiceFiles({ library, source, events, now }: VoiceFilesParts): VoiceFiles {
  const { voices, takes, consents } = library;
  return {
    async save(voiceId, path) {
      const voice = voices.get(voiceId);
      if (!voice) return fail('voice-not-found');
      const sample: { wav: Uint8Array; sentence?: number }[] = [];
      for (const part of partsOf(voice, source)) {
        const take = source.take(part.takeId);
        if (!take) return fail('take-not-found');
        const sound = await source.span(take, part);
        if (!sound.ok) return sound;
        const { sentence } = part;
        const wav = encodeWav(sound.value, take.bitDepth);
        sample.push({ wav, ...(sentence !== undefined && sentence >= 0 && { sentence }) });
      }
      const { record } = voice.consent;
      const consent = record && (await readFile(consents.path(record.id)).catch(() => undefined));
      if (record && !consent) return fail('consent-missing');
      const bytes = packVoice(voice, { sample, ...(consent && { consent }) }, now());
      const written = await writeWhole(path, bytes);
      return written.ok ? ok(path) : fail('file-not-written', { ...written.fault, facts: { file: path } });
    },
    async open(path) {
      const bytes = await readBounded(path);
      if (!bytes.ok) return bytes;
      const unpacked = unpackVoice(bytes.value);
      if (!unpacked.ok)
        return { ok: false, fault: { ...unpacked.fault, facts: { ...unpacked.fault.facts, file: path } } };
      const kept = await keepVoice(unpacked.value, {
        ...{ voices, takes, consents, now },
        newId: (what) => newId(what, now()),
      });
      if (!kept.ok) return kept;
      tell(kept.value, events);
      return ok(kept.value.voice);
    },
  };
}

/** What a voice's file is called, without anything that a file name cannot hold. */
export function voiceFileName({ name }: Pick<Voice, 'name'>): string {
  const plain = name.replace(/[^\p{L}\p{N}'()-]+/gu, ' ').trim();
  return `${plain.slice(0, 80) || 'voice'}.${VOICE_FILE_ENDING}`;
}

async function readBounded(path: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES)
      return fail('voice-file-unreadable', {
        detail: 'it is larger than a voice file can be',
        facts: { file: path },
      });
    return ok(new Uint8Array(await readFile(path)));
  } catch (error) {
    return fail('file-not-found', {
      facts: { file: path },
      detail: error instanceof Error ? error.message : '',
    });
  }
}

function tell({ voice, takes }: KeptVoice, events: Emitter): void {
  for (const take of takes) events.emit('take.changed', take);
  events.emit('voice.changed', voice);
}
