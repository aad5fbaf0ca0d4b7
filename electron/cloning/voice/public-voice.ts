import type { PublicVoice } from '../../a2e/client.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { CloningFaultCode, Voice } from './voice.ts';

/** A server's own voice that a person wants in the library. */
export interface ChosenPublicVoice {
  readonly server: string;
  readonly voice: PublicVoice;
  /** ISO 639-1, such as `en`: what it was listed under. */
  readonly language: string;
  readonly region?: string;
}

interface Parts {
  readonly shelf: {
    list(): readonly Voice[];
    save(voice: Voice): Result<Voice>;
  };
  readonly now: () => number;
  readonly newId: () => string;
}

/**
 * Takes a public voice into the library, ready to speak: nobody's clone, so nothing is uploaded or trained and no consent
 * is asked. The one that is there already is answered as it is. Fails with `voice-name-taken` where another has its name.
 */
export function addPublicVoice(chosen: ChosenPublicVoice, { shelf, now, newId }: Parts): Result<Voice> {
  const { server, voice, language, region } = chosen;
  const there = shelf.list().filter((each) => each.server === server && each.state.status !== 'failed');
  const same = there.find(
    ({ origin, state }) =>
      origin?.is === 'public' && state.status === 'completed' && state.remoteId === voice.id,
  );
  if (same) return ok(same);
  if (there.some(({ name }) => name.toLowerCase() === voice.name.toLowerCase()))
    return fail<CloningFaultCode>('voice-name-taken');
  const at = now();
  return shelf.save({
    ...{ id: newId(), name: voice.name, server, model: 'a2e', language, gender: voice.gender ?? 'female' },
    ...(region !== undefined && { region }),
    ...{ takeIds: [], consent: { at, how: 'elsewhere' }, jobId: '', createdAt: at, updatedAt: at },
    state: {
      ...{ status: 'completed', remoteId: voice.id },
      ...(voice.stock !== undefined && { stock: voice.stock }),
    },
    origin: { is: 'public' },
  });
}
