import type { A2eClient, RemoteVoice, VoiceListing } from '../../a2e/client.ts';
import { A2E_MODELS, type A2eModel } from '../../a2e/wire.ts';
import { eachInStretches } from '../../processes/stretches.ts';
import { fail, ok, type Result } from '../../result.ts';
import { findLanguage } from '../engines/languages.ts';
import type { Connect } from '../server.ts';
import { moveVoice } from './move-voice.ts';
import type { SyncReport } from './sync-report.ts';
import type { Voice } from './voice.ts';

export interface AccountSyncParts {
  readonly shelf: {
    list(): readonly Voice[];
    get(id: string): Voice | undefined;
    saveAll(many: {
      readonly ids: readonly string[];
      readonly make: (id: string) => Voice | undefined;
      readonly onKept: (voices: readonly Voice[]) => void;
    }): Promise<Result<void>>;
  };
  readonly connect: Connect;
  readonly now: () => number;
  readonly newId: () => string;
  /** Links of samples that a training of ours was or may be submitted with: such a voice is no stranger. */
  readonly ownLinks: () => readonly string[];
  /** Whether a person removed this clone from this computer only: it does not come back by itself. */
  readonly isHidden: (server: string, remoteId: string) => boolean;
  /** Told of many at a time. */
  readonly onChanged: (voices: readonly Voice[]) => void;
}

/**
 * Brings the library and the account on a server in step: clones made elsewhere appear as voices without a recording,
 * ours that the account does not list any more are marked as gone. Asks for the lists once and pays nothing. Fails with
 * what `connect` or the list fails with, and changes nothing then.
 */
export async function syncAccount(server: string, parts: AccountSyncParts): Promise<Result<SyncReport>> {
  const connection = await parts.connect(server);
  if (!connection.ok) return { ok: false, fault: { ...connection.fault, facts: { server } } };
  const asked = parts.now();
  const listing = await connection.value.client.voices();
  if (!listing.ok) return listing;
  const seen = await compare({ server, asked, listing: listing.value, parts });
  const found = new Map(seen.found.map((voice) => [voice.id, voice]));
  const remotes = new Map(seen.back.map(({ voice, remote }) => [voice.id, remote]));
  const gone = new Set(seen.gone.map(({ id }) => id));
  // From what it is at this moment: it may have changed, or gone, while the others were being written.
  const make = (id: string): Voice | undefined => {
    const voice = parts.shelf.get(id);
    const remote = remotes.get(id);
    if (voice && remote) return moveVoice(voice, { is: 'heard', remote }, parts.now());
    return voice && gone.has(id) ? moveVoice(voice, { is: 'gone' }, parts.now()) : found.get(id);
  };
  const ids = [...found.keys(), ...remotes.keys(), ...gone];
  const saved = await parts.shelf.saveAll({ ids, make, onKept: parts.onChanged });
  if (!saved.ok) return saved;
  const { unsure, known } = seen;
  return ok({
    ...{ server, at: parts.now(), unsure, known },
    ...{ found: found.size, back: remotes.size, gone: gone.size },
  });
}

/** Whether the server certainly does not know this clone any more; a fault where it could not be asked. */
export async function isGone(client: A2eClient, remoteId: string): Promise<Result<boolean>> {
  const listing = await client.voices();
  if (!listing.ok) return listing;
  const isListed = listing.value.voices.some(({ id }) => id === remoteId);
  if (!isListed && !listing.value.isWhole) return fail('bad-answer', { detail: 'the list is not whole' });
  return ok(!isListed);
}

/** In stretches: an account may hold ten thousand. */
async function compare({
  server,
  asked,
  listing,
  parts,
}: {
  server: string;
  asked: number;
  listing: VoiceListing;
  parts: AccountSyncParts;
}) {
  const ours = parts.shelf.list().filter((voice) => voice.server === server && voice.origin?.is !== 'public');
  const byRemote = new Map(ours.map((voice) => [remoteIdOf(voice), voice]));
  const past = new Set(ours.flatMap(({ history = [] }) => history.map(({ remoteId }) => remoteId)));
  const own = new Set(parts.ownLinks().map(pathOf));
  const isOwn = (remote: RemoteVoice) =>
    own.size > 0 && remote.sampleUrls.some((url) => own.has(pathOf(url)));

  const listed = new Map(listing.voices.map((remote) => [remote.id, remote]));
  const found: Voice[] = [];
  const back: { voice: Voice; remote: RemoteVoice }[] = [];
  await eachInStretches([...listed.values()], (remote) => {
    if (remote.status !== 'completed') return;
    const voice = byRemote.get(remote.id);
    if (voice?.state.status === 'gone') back.push({ voice, remote });
    if (voice || past.has(remote.id) || isOwn(remote) || parts.isHidden(server, remote.id)) return;
    found.push(voiceOf(remote, { server, id: parts.newId(), now: parts.now() }));
  });
  // One that was finished while the lists were being asked for is in neither.
  const missing = ours.filter(
    (voice) =>
      voice.state.status === 'completed' && voice.updatedAt < asked && !listed.has(voice.state.remoteId),
  );
  const known = ours.filter((voice) => voice.state.status === 'completed').length - missing.length;
  return {
    found,
    back,
    known,
    ...(listing.isWhole ? { gone: missing, unsure: 0 } : { gone: [], unsure: missing.length }),
  };
}

function remoteIdOf({ state }: Voice): string | undefined {
  return 'remoteId' in state ? state.remoteId : undefined;
}

/** A clone that was made elsewhere. Of its consent nothing is known here, and nothing of it was uploaded from here. */
function voiceOf(
  remote: RemoteVoice,
  { server, id, now }: { server: string; id: string; now: number },
): Voice {
  const createdAt = remote.createdAt ?? now;
  const spoken = findLanguage(remote.language ?? '');
  return {
    ...{ id, server, name: remote.name.trim() || 'Without a name', takeIds: [], jobId: '' },
    model: A2E_MODELS.find((model) => model === remote.model) ?? ('a2e' satisfies A2eModel),
    language: spoken?.language ?? 'en',
    ...(spoken?.region !== undefined && { region: spoken.region }),
    gender: remote.gender === 'male' ? 'male' : 'female',
    consent: { at: createdAt, how: 'elsewhere' },
    ...{ createdAt, updatedAt: now },
    state: {
      ...{ status: 'completed', remoteId: remote.id },
      ...(remote.speakerId !== undefined && { speakerId: remote.speakerId }),
      ...(remote.stock !== undefined && { stock: remote.stock }),
    },
    origin: {
      is: 'account',
      ...(remote.model !== undefined && { engine: remote.model }),
      ...(spoken === undefined && { languageAssumed: true as const }),
    },
  };
}

/** Two links to one sample may differ in their origin and query, and one may be kept as a path (see `keptLink`). */
function pathOf(link: string): string {
  const base = 'http://any.example';
  return URL.canParse(link, base) ? new URL(link, base).pathname : link;
}
