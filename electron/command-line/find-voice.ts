import type { Voice } from '../cloning/voice/voice.ts';
import { fail, ok, type Result } from '../result.ts';

/**
 * The voice with this id, else the one with this name (case does not matter) on this server; a failed or vanished one
 * only where no other has the name. Fails with `voice-not-found` or, never guessing, with `voice-ambiguous`.
 */
export function findVoice(voices: readonly Voice[], nameOrId: string, server: string): Result<Voice> {
  const byId = voices.find(({ id }) => id === nameOrId);
  if (byId) return ok(byId);
  const wanted = nameOrId.trim().toLowerCase();
  const named = voices.filter((voice) => voice.server === server && voice.name.toLowerCase() === wanted);
  const usable = named.filter(({ state }) => state.status !== 'failed' && state.status !== 'gone');
  const [first, ...others] = usable.length > 0 ? usable : named.slice(-1);
  if (!first) return fail('voice-not-found', { facts: { name: nameOrId } });
  return others.length === 0 ? ok(first) : fail('voice-ambiguous', { facts: { name: nameOrId } });
}
