import type { Connect } from '../cloning/server.ts';
import { type Pronunciation, SPEED_RANGE } from '../cloning/voice/manner.ts';
import type { Voice } from '../cloning/voice/voice.ts';
import type { Job } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/runner.ts';
import { fail, ok, type Result } from '../result.ts';
import { pronouncer, pronunciationsOf } from './text/pronunciation.ts';
import { sentText } from './text/sent-text.ts';

export interface SpeakerParts {
  readonly voice: (id: string) => Voice | undefined;
  readonly runner: () => Pick<JobRunner, 'add'>;
  readonly connect: Connect;
  readonly newId: (what: 'clip') => string;
}

export interface SpeechAsk {
  readonly voiceId: string;
  readonly text: string;
  /** 0.5–2; absent: as fast as the voice speaks. */
  readonly speed?: number;
  /** Of this text alone; they count before the voice's own. */
  readonly pronunciations?: readonly Pronunciation[];
}

/**
 * Takes a text on: once this resolves well, the line is on disk and will be spoken, by this run or a later one, with the
 * network or when it is back, when the voice is ready.
 */
export async function say(ask: SpeechAsk, parts: SpeakerParts): Promise<Result<Job>> {
  const voice = parts.voice(ask.voiceId);
  if (!voice) return fail('voice-not-found');
  if (voice.state.status === 'failed') return fail('voice-failed');
  if (voice.state.status === 'gone') return fail('voice-gone');
  const text = ask.text.trim();
  if (!/[\p{L}\p{N}]/u.test(text)) return fail('text-empty');
  const { speed = voice.speed ?? 1, pronunciations = [] } = ask;
  if (!(speed >= SPEED_RANGE.from && speed <= SPEED_RANGE.to)) return fail('speed-out-of-range');
  const connection = await parts.connect(voice.server);
  if (!connection.ok) return { ok: false, fault: { ...connection.fault, facts: { server: voice.server } } };
  const { textLimit } = connection.value;
  const sent = sentText(text, pronouncer(pronunciationsOf(pronunciations, voice)));
  const length = Math.max(text.length, sent.length);
  if (length > textLimit) return fail('text-too-long', { facts: { length, limit: textLimit } });
  const input = {
    ...{ voiceId: voice.id, server: voice.server, text, speed, clipId: parts.newId('clip') },
    ...(sent !== text && { sent }),
  };
  const added = await parts.runner().add([{ kind: 'speak', input }]);
  if (!added.ok) return added;
  const [job] = added.value;
  return job ? ok(job) : fail('unexpected');
}
