import { isSettled, type Job } from '../../jobs/job.ts';
import type { NewJob } from '../../jobs/runner.ts';
import { createStretches } from '../../processes/stretches.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Batch, BatchLine } from '../../speaking/batches/batch.ts';
import type { SpeechInput } from '../../speaking/speech-parts.ts';
import { newId } from '../ids.ts';
import type { BatchParts } from './batch-parts.ts';

/** So many lines or fewer that a person changed in a batch under way are spoken before all that waits. */
const SOON = 50;

/** Puts lines into the queue, and keeps it in step with what the lines say. */
export interface Asking {
  /** Asks for these lines as they are now. */
  ask(batch: Batch, lines: readonly BatchLine[], more?: { isFresh?: true }): Promise<Result<void>>;
  /**
   * Brings the queue in step: a line that no job was asked for as it is now is asked for, and what was asked for lines
   * that are not there any more is canceled and forgotten. What was spoken so before costs nothing. `before`: the lines as
   * they were; one that is as it was is left alone, whatever has become of its sound.
   */
  bringInStep(
    batch: Batch,
    lines: readonly BatchLine[],
    before?: readonly BatchLine[],
  ): Promise<Result<void>>;
}

export function createAsking({ book, runner, stations }: BatchParts): Asking {
  const { now, voices } = stations;

  async function ask(batch: Batch, lines: readonly BatchLine[], more: { isFresh?: true } = {}) {
    const jobs: NewJob[] = [];
    const stretches = createStretches();
    for (const line of lines) {
      const voice = voices.get(line.voiceId ?? batch.voiceId);
      if (!voice) return fail('voice-not-found');
      const input = {
        ...{ ...contentOf(batch, line), server: voice.server, clipId: newId('clip', now()) },
        ...{ line: { batchId: batch.id, lineId: line.id, askedAt: now() }, ...more },
      };
      jobs.push({ kind: 'speak', input });
      if (stretches.isOver()) await stretches.rest();
    }
    const added = await runner.add(jobs);
    return added.ok ? ok(undefined) : added;
  }

  async function dropLines(batchId: string, gone: ReadonlySet<string>): Promise<Result<void>> {
    if (gone.size === 0) return ok(undefined);
    const jobs = book.jobsOf(batchId, gone);
    const canceled = await runner.cancelAll(jobs);
    if (!canceled.ok) return canceled;
    book.leaveOut(batchId, gone);
    return runner.forget(jobs.filter((id) => isOver(runner.get(id))));
  }

  return {
    ask,
    async bringInStep(batch, lines, before = []) {
      const there = new Set(lines.map(({ id }) => id));
      const dropped = await dropLines(batch.id, new Set(book.lines(batch.id).filter((id) => !there.has(id))));
      if (!dropped.ok) return dropped;
      const jobOf = ({ id }: BatchLine): Job | undefined =>
        runner.get(book.progress({ batchId: batch.id, lineId: id })?.jobId ?? '');
      /** What was asked for last; where that job is done and forgotten, its clip says it. */
      const askedFor = (line: BatchLine): Partial<Content> | undefined => {
        const { jobId, clipId = '' } = book.progress({ batchId: batch.id, lineId: line.id }) ?? {};
        const clip = stations.clips.get(clipId);
        return (
          (jobOf(line)?.input as Partial<Content> | undefined) ?? (clip?.jobId === jobId ? clip : undefined)
        );
      };
      const asIs = new Set(before);
      const due = lines.filter((line) => !asIs.has(line) && !saysSo(askedFor(line), contentOf(batch, line)));
      if (due.length === 0) return ok(undefined);
      const old = due.flatMap((line) => jobOf(line) ?? []).filter(({ state }) => !isSettled(state));
      await runner.cancelAll(old.map(({ id }) => id));
      const asked = await ask(batch, due);
      if (!asked.ok || due.length > SOON || due.length === lines.length) return asked;
      const first = runner.list().find(({ state }) => !isSettled(state));
      return runner.reorder(
        due.flatMap((line) => jobOf(line)?.id ?? []),
        first?.id ?? null,
      );
    },
  };
}

type Content = Pick<SpeechInput, 'voiceId' | 'text' | 'speed' | 'sent'>;

function contentOf(batch: Batch, { voiceId, text, speed, sent }: BatchLine): Content {
  return {
    ...{ voiceId: voiceId ?? batch.voiceId, text, speed: speed ?? batch.speed },
    ...(sent !== undefined && { sent }),
  };
}

function saysSo(asked: Partial<Content> | undefined, { voiceId, text, speed, sent }: Content): boolean {
  return asked?.voiceId === voiceId && asked.text === text && asked.speed === speed && asked.sent === sent;
}

/** Whether nothing will happen to it any more. */
export function isOver(job: Job | undefined): boolean {
  return job !== undefined && isSettled(job.state);
}
