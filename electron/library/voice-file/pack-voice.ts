import { createHash } from 'node:crypto';
import { zipSync } from 'fflate';
import type { Voice } from '../../cloning/voice/voice.ts';
import {
  CONSENT_NAME,
  MANIFEST_NAME,
  type Manifest,
  SEAL_NAME,
  sampleName,
  VOICE_FILE_VERSION,
} from './manifest.ts';

/** A ZIP knows no time before 1980, which a wrong clock may tell; when it was saved stands in the description. */
const ANY_TIME = new Date(2000, 0, 1);

/** What a voice's file is made of, besides the voice. */
export interface VoiceSounds {
  /** The parts of the sample as WAV files, in order, and which sentence each is. */
  readonly sample: readonly { readonly wav: Uint8Array; readonly sentence?: number }[];
  /** The sound in which the speaker agrees, as it is kept. */
  readonly consent?: Uint8Array;
}

/**
 * One file with all that a voice is: a ZIP whose entries are stored as they are, so that reading it never unpacks
 * anything. `now` in milliseconds since 1970.
 */
export function packVoice(voice: Voice, sounds: VoiceSounds, now: number): Uint8Array<ArrayBuffer> {
  const bytesOf = (text: string) => new TextEncoder().encode(text);
  const manifest = bytesOf(JSON.stringify(manifestOf(voice, sounds, now), null, 1));
  const entries: Record<string, Uint8Array> = {
    ...{ [MANIFEST_NAME]: manifest, [SEAL_NAME]: bytesOf(hashOf(manifest)) },
  };
  for (const [index, { wav }] of sounds.sample.entries()) entries[sampleName(index)] = wav;
  if (sounds.consent) entries[CONSENT_NAME] = sounds.consent;
  return new Uint8Array(zipSync(entries, { level: 0, mtime: ANY_TIME }));
}

function manifestOf(voice: Voice, { sample, consent }: VoiceSounds, now: number): Manifest {
  const { name, server, model, language, region, gender, createdAt, tags, note, state } = voice;
  const { speed, pronunciations } = voice;
  const { at, how, record } = voice.consent;
  return {
    ...{ format: 'timbrevoice', version: VOICE_FILE_VERSION, savedAt: now },
    voice: {
      ...{ name, server, model, language, gender, createdAt },
      ...(region !== undefined && { region }),
      ...(tags !== undefined && { tags: [...tags] }),
      ...(note !== undefined && { note }),
      ...(speed !== undefined && { speed }),
      ...(pronunciations && { pronunciations: [...pronunciations] }),
    },
    ...(state.status === 'completed' && {
      clone: {
        remoteId: state.remoteId,
        ...(state.speakerId !== undefined && { speakerId: state.speakerId }),
        ...(state.stock !== undefined && { stock: state.stock }),
      },
    }),
    sample: sample.map(({ wav, sentence }) => ({
      sha256: hashOf(wav),
      ...(sentence !== undefined && { sentence }),
    })),
    consent: {
      ...{ at, how },
      ...(record &&
        consent && { record: { text: record.text, seconds: record.seconds, sha256: hashOf(consent) } }),
    },
  };
}

/** SHA-256, hexadecimal. */
export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
