import { unzipSync } from 'fflate';
import { fail, ok, type Result } from '../../result.ts';
import {
  CONSENT_NAME,
  MANIFEST_NAME,
  type Manifest,
  manifestHead,
  manifestSchema,
  SEAL_NAME,
  sampleName,
  VOICE_FILE_VERSION,
} from './manifest.ts';
import { hashOf } from './pack-voice.ts';

/** A voice file is no longer than this: a minute of sample and the consent, at the best quality, with room. */
export const MOST_BYTES = 100_000_000;
const MOST_MANIFEST_BYTES = 1_000_000;
const MOST_ENTRIES = 103;

export type VoiceFileFault = 'voice-file-unreadable' | 'voice-file-newer';

/** What was in a voice file, every part of it checked. */
export interface UnpackedVoice {
  readonly manifest: Manifest;
  readonly sample: readonly Uint8Array[];
  readonly consent?: Uint8Array;
}

/**
 * Reads a voice file from anywhere. Refused with `voice-file-unreadable` and the reason: what is no ZIP; a name that is
 * none of ours (so no path leads anywhere); an entry twice, or packed (so nothing grows while it is read); a description
 * that does not fit or was changed; a part that is missing, too many, or whose hash differs, the consent's above all.
 * `voice-file-newer` (facts: `version`) for one that a newer Timbre wrote.
 */
export function unpackVoice(bytes: Uint8Array): Result<UnpackedVoice, VoiceFileFault> {
  if (bytes.length > MOST_BYTES) return unreadable('it is larger than a voice file can be');
  const entries = readEntries(bytes);
  if (typeof entries === 'string') return unreadable(entries);
  const described = readManifest(entries.get(MANIFEST_NAME), entries.get(SEAL_NAME));
  if (!described.ok) return described;
  const manifest = described.value;
  const sample: Uint8Array[] = [];
  for (const [index, { sha256 }] of manifest.sample.entries()) {
    const wav = entries.get(sampleName(index));
    if (!wav) return unreadable(`part ${index + 1} of the sample is missing`);
    if (hashOf(wav) !== sha256) return unreadable(`part ${index + 1} of the sample was changed`);
    sample.push(wav);
  }
  const consent = entries.get(CONSENT_NAME);
  const { record, how } = manifest.consent;
  const isHeard = how === 'spoken' || how === 'statement';
  if (isHeard && !record) return unreadable('the sound in which the speaker agrees is missing');
  if (Boolean(record) !== Boolean(consent)) return unreadable('the consent is not whole');
  if (record && consent && hashOf(consent) !== record.sha256) return unreadable('the consent was changed');
  const known = 1 + sample.length + (consent ? 1 : 0) + (entries.has(SEAL_NAME) ? 1 : 0);
  if (entries.size !== known) return unreadable('there is something in it that is not described');
  return ok({ manifest, sample, ...(consent && { consent }) });
}

const unreadable = (detail: string) => fail('voice-file-unreadable', { detail });

/** The entries by name, or why they cannot be read. Nothing is unpacked: only what is stored as it is is taken. */
function readEntries(bytes: Uint8Array): ReadonlyMap<string, Uint8Array> | string {
  const seen = new Set<string>();
  let refusal: string | undefined;
  try {
    const entries = unzipSync(bytes, {
      filter({ name, size, originalSize, compression }) {
        if (refusal !== undefined) return false;
        if (!isOurs(name)) refusal = 'an entry has a name that does not belong there';
        else if (seen.has(name)) refusal = 'an entry is there twice';
        else if (compression !== 0 || size !== originalSize) refusal = 'an entry is packed';
        else if (name === MANIFEST_NAME && size > MOST_MANIFEST_BYTES)
          refusal = 'its description is too long';
        else if (seen.size >= MOST_ENTRIES) refusal = 'there are too many entries in it';
        seen.add(name);
        return refusal === undefined;
      },
    });
    return refusal ?? new Map(Object.entries(entries));
  } catch {
    return 'it is no voice file';
  }
}

function isOurs(name: string): boolean {
  return [MANIFEST_NAME, SEAL_NAME, CONSENT_NAME].includes(name) || /^sample\/(0|[1-9]\d?)\.wav$/.test(name);
}

function readManifest(
  bytes: Uint8Array | undefined,
  seal: Uint8Array | undefined,
): Result<Manifest, VoiceFileFault> {
  if (!bytes) return unreadable('it has no description');
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return unreadable('its description cannot be read');
  }
  const head = manifestHead.safeParse(value).data;
  if (!head) return unreadable('it is no voice file');
  if (head.version > VOICE_FILE_VERSION)
    return fail('voice-file-newer', { facts: { version: head.version } });
  // Before the third version there was none.
  const isSealed = seal ? new TextDecoder().decode(seal).trim() === hashOf(bytes) : head.version < 3;
  if (!isSealed) return unreadable('its description was changed');
  const manifest = manifestSchema.safeParse(value);
  if (manifest.success) return ok(manifest.data);
  const { path = [], message = '' } = manifest.error.issues[0] ?? {};
  return unreadable(`its description does not fit: ${path.join('.')} ${message}`.trim());
}
