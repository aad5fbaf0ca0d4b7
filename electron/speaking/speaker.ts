import type { Connect } from '../cloning/server.ts';
import type { Voice } from '../cloning/voice/voice.ts';
import type { Job } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/runner.ts';
import { fail, ok, type Result } from '../result.ts';

/** The slowest and the fastest speed that A2E takes (`speechRate`) [seen]. */
export const SPEED_RANGE = { from: 0.5, to: 2 } as const;

export interface SpeakerParts {
  readonly voice: (id: string) => Voice | undefined;
  readonly runner: () => Pick<JobRunner, 'add'>;
  readonly connect: Connect;
  readonly newId: (what: 'clip') => string;
}

/**
 * Takes a text on: once this resolves well, the line is on disk and will be spoken, by this run or a later one, with the
 * network or when it is back, when the voice is ready. `speed` 0.5–2.
 */
export async function say(
  ask: { readonly voiceId: string; readonly text: string; readonly speed: number },
  parts: SpeakerParts,
): Promise<Result<Job>> {
  const voice = parts.voice(ask.voiceId);
  if (!voice) return fail('voice-not-found');
  if (voice.state.status === 'failed') return fail('voice-failed');
  if (voice.state.status === 'gone') return fail('voice-gone');
  const text = ask.text.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return fail('text-empty');
  if (!(ask.speed >= SPEED_RANGE.from && ask.speed <= SPEED_RANGE.to)) return fail('speed-out-of-range');
  const connection = await parts.connect(voice.server);
  if (!connection.ok) return { ok: false, fault: { ...connection.fault, facts: { server: voice.server } } };
  const { textLimit } = connection.value;
  if (text.length > textLimit)
    return fail('text-too-long', { facts: { length: text.length, limit: textLimit } });
  const input = {
    voiceId: voice.id,
    server: voice.server,
    text,
    speed: ask.speed,
    clipId: parts.newId('clip'),
  };
  const added = await parts.runner().add([{ kind: 'speak', input }]);
  if (!added.ok) return added;
  const [job] = added.value;
  return job ? ok(job) : fail('unexpected');
}
