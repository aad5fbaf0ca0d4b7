import type { Voice } from '../cloning/voice/voice.ts';
import { isSettled, type Job } from '../jobs/job.ts';
import type { JobRunner } from '../jobs/runner.ts';
import { fail, ok, type Result } from '../result.ts';
import type { Clip } from './clip.ts';

export interface AuditionParts {
  readonly voice: (id: string) => Voice | undefined;
  readonly auditions: () => readonly Clip[];
  readonly runner: () => Pick<JobRunner, 'add' | 'list'>;
  readonly newId: (what: 'clip' | 'job') => string;
}

/** A line that a voice says to be heard or compared: there already, or asked for. */
export interface Audition {
  readonly clipId: string;
  readonly jobId: string;
  /** False where it was there already, and costs nothing. */
  readonly isAsked: boolean;
}

/**
 * Has a ready voice say a line to be heard; it is kept beside the clips and not among them. The same line of the same
 * clone is not asked for twice, unless `fresh`. Fails with `voice-not-found` or `voice-not-ready`.
 */
export async function askAudition(
  ask: { readonly voiceId: string; readonly text: string; readonly fresh?: boolean },
  parts: AuditionParts,
): Promise<Result<Audition>> {
  const voice = parts.voice(ask.voiceId);
  if (!voice) return fail('voice-not-found');
  if (voice.state.status !== 'completed') return fail('voice-not-ready', { facts: { name: voice.name } });
  const { id: voiceId, server } = voice;
  const { text } = ask;
  // What the voice said before it was made again is another clone's.
  const since = voice.history?.at(-1)?.until ?? 0;
  const there = parts
    .auditions()
    .find(
      (clip) =>
        clip.voiceId === voiceId &&
        clip.text === text &&
        clip.createdAt >= since &&
        clip.state.status === 'kept',
    );
  if (there && !ask.fresh) return ok({ clipId: there.id, jobId: there.jobId, isAsked: false });
  const asked = parts
    .runner()
    .list()
    .find((job) => isAsked(job, { voiceId, text }));
  if (asked) return ok({ clipId: clipIdOf(asked), jobId: asked.id, isAsked: true });
  const [clipId, jobId] = [parts.newId('clip'), parts.newId('job')];
  const input = { voiceId, server, text, speed: 1, clipId, audition: true };
  const added = await parts.runner().add([{ kind: 'speak', id: jobId, input }]);
  return added.ok ? ok({ clipId, jobId, isAsked: true }) : added;
}

function isAsked(job: Job, line: { voiceId: string; text: string }): boolean {
  const { audition, voiceId, text } = job.input as Record<string, unknown>;
  return !isSettled(job.state) && audition === true && voiceId === line.voiceId && text === line.text;
}

function clipIdOf(job: Job): string {
  return String((job.input as Record<string, unknown>)['clipId']);
}
