import { isCertainlyGone } from '../../a2e/voices.ts';
import type { JobRunner } from '../../jobs/runner.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Connect } from '../server.ts';
import type { CloneEnd, Receipt, RemovalPlace } from './receipt.ts';
import type { Voice } from './voice.ts';
import type { VoiceMaker } from './voice-maker.ts';

export interface VoiceRemoverParts {
  readonly shelf: {
    get(id: string): Voice | undefined;
    remove(id: string): Result<void>;
  };
  readonly receipts: { add(receipt: Receipt): Result<void> };
  readonly runner: () => Pick<JobRunner, 'cancel'>;
  readonly connect: Connect;
  readonly move: VoiceMaker['move'];
  readonly now: () => number;
  readonly newId: () => string;
  readonly onGone: (id: string) => void;
}

/**
 * Deletes a voice here, on its server, or everywhere, and answers the receipt, which is kept. Its training is stopped.
 * Where the server cannot be asked, nothing is deleted and the voice stays, so that nobody is wrongly told that it is
 * gone. Recordings stay. What it was before it was made again is deleted with it; where that fails, the receipt says so.
 */
export async function removeVoice(
  { voiceId, where }: { voiceId: string; where: RemovalPlace },
  parts: VoiceRemoverParts,
): Promise<Result<Receipt>> {
  const voice = parts.shelf.get(voiceId);
  if (!voice) return fail('voice-not-found');
  if (voice.origin?.is === 'public' && where !== 'here') return fail('voice-not-yours');
  const canceled = await parts.runner().cancel(voice.jobId);
  // The job may know the id before the voice does.
  const noted = canceled.ok ? canceled.value.notes['remoteId'] : undefined;
  const remoteId = 'remoteId' in voice.state ? voice.state.remoteId : noted;
  const clones: CloneEnd[] = [];
  if (typeof remoteId === 'string' && voice.origin?.is !== 'public') {
    const end = await endClone({ server: voice.server, remoteId }, where, parts);
    if (!end.ok) return end;
    clones.push(end.value);
  }
  for (const { server, remoteId: past } of voice.history ?? [])
    if (past !== undefined) clones.push(await endPast({ server, remoteId: past }, where, parts));

  const receipt = receiptOf(voice, { where, clones, id: parts.newId(), at: parts.now() });
  const kept = parts.receipts.add(receipt);
  // What the server deleted is deleted: a disk that takes no receipt must not make it look undone.
  if (!kept.ok && clones.length === 0) return kept;
  if (where === 'there') parts.move(voiceId, { is: 'gone' });
  else {
    const gone = parts.shelf.remove(voiceId);
    if (!gone.ok) return gone;
    parts.onGone(voiceId);
  }
  return ok(receipt);
}

type Clone = Pick<CloneEnd, 'server' | 'remoteId'>;

/** Deletes one clone and looks whether it is gone; fails where it could not be deleted. */
async function endClone(
  clone: Clone,
  where: RemovalPlace,
  parts: VoiceRemoverParts,
): Promise<Result<CloneEnd>> {
  if (where === 'here') return ok({ ...clone, at: parts.now(), end: 'left' });
  const { server, remoteId } = clone;
  const connection = await parts.connect(server);
  if (!connection.ok) return { ok: false, fault: { ...connection.fault, facts: { server } } };
  const { client } = connection.value;
  const removed = await client.removeVoice(remoteId);
  if (!removed.ok) return removed;
  const { traceId, wasThere } = removed.value;
  const base = { ...clone, at: parts.now(), ...(traceId !== undefined && { traceId }) };
  if (!wasThere) return ok({ ...base, end: 'was-gone' });
  const after = await client.voice(remoteId);
  if (after.ok)
    return ok({
      ...base,
      end: 'unconfirmed',
      detail: 'the server said that it is deleted, but still lists it',
    });
  if (isCertainlyGone(after.fault)) return ok({ ...base, end: 'deleted' });
  return ok({
    ...base,
    end: 'unconfirmed',
    detail: `the server said that it is deleted, but could not be looked at afterwards (${after.fault.code})`,
  });
}

/** The same for what a voice was before: what could not be deleted stands in the receipt. */
async function endPast(clone: Clone, where: RemovalPlace, parts: VoiceRemoverParts): Promise<CloneEnd> {
  const end = await endClone(clone, where, parts);
  if (end.ok) return end.value;
  const { code, traceId } = end.fault;
  return {
    ...{ ...clone, at: parts.now(), end: 'unconfirmed', detail: `it could not be deleted (${code})` },
    ...(traceId !== undefined && { traceId }),
  };
}

function receiptOf(voice: Voice, more: Pick<Receipt, 'id' | 'at' | 'where' | 'clones'>): Receipt {
  const { id, name, model, server, takeIds } = voice;
  return { ...more, voice: { id, name, model, server }, recordings: new Set(takeIds).size };
}
