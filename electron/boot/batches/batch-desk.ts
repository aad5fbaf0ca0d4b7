import { setTimeout as wait } from 'node:timers/promises';
import type { BatchLineView, BatchView, MakeBatch, RedoLines } from '../../contract/calls.ts';
import { isSettled, type Job } from '../../jobs/job.ts';
import type { NewJob } from '../../jobs/runner.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Batch, BatchLine, LineRef } from '../../speaking/batches/batch.ts';
import { makeLines } from '../../speaking/batches/make-lines.ts';
import type { Clip } from '../../speaking/clip.ts';
import type { DocumentLine } from '../../speaking/documents/document.ts';
import { SPEED_RANGE } from '../../speaking/speaker.ts';
import { newId } from '../ids.ts';
import { retryJob } from '../retry.ts';
import type { BatchParts } from './batch-parts.ts';
import { viewBatch, viewLine } from './batch-views.ts';
import { redoneLines } from './redone-lines.ts';

/** What can be done with batches: each act is one write for the queue, however many lines it is about. */
export interface BatchDesk {
  list(): readonly BatchView[];
  make(ask: Omit<MakeBatch, 'from'>, rows: readonly DocumentLine[]): Promise<Result<BatchView>>;
  /** A page of its lines, in order. */
  lines(ask: { batchId: string; from: number; count: number }): Promise<Result<readonly BatchLineView[]>>;
  /** Has lines spoken anew, perhaps by another voice, at another speed or with other words; the rest is not touched. */
  redo(ask: RedoLines): Promise<Result<BatchView>>;
  /** Cancels what is not settled. */
  cancel(batchId: string): Promise<Result<BatchView>>;
  /** Tries again what has failed or was canceled. */
  retry(batchId: string): Promise<Result<BatchView>>;
  /** Puts what waits before (or behind) all others of the queue. */
  reorder(batchId: string, to: 'first' | 'last'): Promise<Result<BatchView>>;
  /** Cancels it and takes it out of the list; its clips stay. */
  remove(batchId: string): Promise<Result<void>>;
  /** The clip that stands for a line: the one made last, while it is kept. */
  clipOf(line: LineRef): Clip | undefined;
  /** Asks for what a killed process has kept but not yet put into the queue. */
  adopt(): Promise<void>;
}

/** The desk over this shelf. */
export function createBatchDesk(parts: BatchParts): BatchDesk {
  const { shelf, book, runner, stations } = parts;
  const { now } = stations;

  const found = (batchId: string): Result<Batch> => {
    const batch = shelf.get(batchId);
    return batch?.state.status === 'kept' ? ok(batch) : fail('batch-not-found');
  };
  const viewed = (batch: Batch): BatchView => viewBatch(batch, parts);
  const told = (batch: Batch): Result<BatchView> => {
    const view = viewed(batch);
    parts.onChanged(view);
    return ok(view);
  };

  async function ask(
    batch: Batch,
    lines: readonly BatchLine[],
    more: { speed?: number; isFresh?: true } = {},
  ) {
    const jobs: NewJob[] = [];
    for (const line of lines) {
      const voice = stations.voices.get(line.voiceId ?? batch.voiceId);
      if (!voice) return fail('voice-not-found');
      const { text, sent, id: lineId } = line;
      const input = {
        ...{ voiceId: voice.id, server: voice.server, text, speed: more.speed ?? batch.speed },
        ...{ clipId: newId('clip', now()), line: { batchId: batch.id, lineId } },
        ...(sent !== undefined && { sent }),
        ...(more.isFresh && { isFresh: more.isFresh }),
      };
      jobs.push({ kind: 'speak', input });
    }
    return runner.add(jobs);
  }

  async function askWhole(batch: Batch, lines: readonly BatchLine[]): Promise<Result<BatchView>> {
    const left = lines.filter(({ id }) => !book.progress({ batchId: batch.id, lineId: id }));
    const added = await ask(batch, left);
    if (!added.ok) return added;
    for (const job of added.value) book.follow(job);
    const saved = await shelf.save({ ...batch, isAsked: true });
    // The jobs are in the queue: what the note would say is found out at the next start.
    return told(saved.ok ? saved.value : batch);
  }

  return {
    list: () => shelf.list().flatMap((batch) => (batch.state.status === 'kept' ? viewed(batch) : [])),
    async make({ name, voiceId, speed, by = 'sentence', pronunciations }, rows) {
      const voice = stations.voices.get(voiceId);
      if (!voice) return fail('voice-not-found');
      if (voice.state.status === 'failed') return fail('voice-failed');
      if (!(speed >= SPEED_RANGE.from && speed <= SPEED_RANGE.to)) return fail('speed-out-of-range');
      const connection = await stations.servers.connect(voice.server);
      if (!connection.ok)
        return { ok: false, fault: { ...connection.fault, facts: { server: voice.server } } };
      const lines = await makeLines(rows, {
        ...{ limit: connection.value.textLimit, language: voice.language, by },
        ...(pronunciations && { pronunciations }),
        voiceOf: (named) => stations.voices.list().find((each) => isNamed(each, named))?.id,
      });
      if (!lines.ok) return lines;
      const added = await shelf.add(
        {
          ...{ id: newId('batch', now()), name: name.trim() || firstWords(lines.value), createdAt: now() },
          ...{ voiceId, speed, lines: lines.value.length, isAsked: false, state: { status: 'kept' } },
          ...(pronunciations && { pronunciations }),
        },
        lines.value,
      );
      return added.ok ? askWhole(added.value, lines.value) : added;
    },
    async lines({ batchId, from, count }) {
      const lines = await shelf.lines(batchId);
      if (!lines.ok) return lines;
      return ok(lines.value.slice(from, from + count).map((line) => viewLine(batchId, line, parts)));
    },
    async redo(wish) {
      const { batchId, voiceId, speed, text } = wish;
      const batch = found(batchId);
      if (!batch.ok) return batch;
      const lines = await shelf.lines(batchId);
      if (!lines.ok) return lines;
      const redone = await redoneLines(lines.value, { wish, batch: batch.value, stations });
      if (!redone.ok) return redone;
      const { all: changed, chosen } = redone.value;
      if (voiceId !== undefined || text !== undefined) {
        const written = await shelf.saveLines(batchId, changed);
        if (!written.ok) return written;
      }
      const waiting = chosen.flatMap(({ id }) => book.progress({ batchId, lineId: id }) ?? []);
      await Promise.all(waiting.map(({ jobId }) => runner.cancel(jobId)));
      const added = await ask(batch.value, chosen, { ...(speed !== undefined && { speed }), isFresh: true });
      if (!added.ok) return added;
      for (const job of added.value) book.follow(job);
      return told(batch.value);
    },
    async cancel(batchId) {
      const batch = found(batchId);
      if (!batch.ok) return batch;
      await Promise.all(book.jobs(batchId, ['waiting', 'running']).map((id) => runner.cancel(id)));
      return told(batch.value);
    },
    async retry(batchId) {
      const batch = found(batchId);
      if (!batch.ok) return batch;
      const results = await Promise.all(
        book.jobs(batchId, ['failed', 'canceled']).map((id) => retryJob(runner, id)),
      );
      const refused = results.find(({ ok: isRetried }) => !isRetried);
      return refused && !refused.ok ? refused : told(batch.value);
    },
    async reorder(batchId, to) {
      const batch = found(batchId);
      if (!batch.ok) return batch;
      const first = runner.list().find(({ state }) => !isSettled(state));
      const moved = await runner.reorder(
        book.jobs(batchId, ['waiting']),
        to === 'first' ? (first?.id ?? null) : null,
      );
      return moved.ok ? told(batch.value) : moved;
    },
    async remove(batchId) {
      const batch = found(batchId);
      if (!batch.ok) return batch;
      const saved = await shelf.save({ ...batch.value, state: { status: 'discarded', at: now() } });
      if (!saved.ok) return saved;
      await Promise.all(book.jobs(batchId, ['waiting', 'running']).map((id) => runner.cancel(id)));
      const settled = book.allJobs(batchId).filter((id) => isOver(runner.get(id)));
      const forgotten = await runner.forget(settled);
      if (!forgotten.ok) return forgotten;
      book.drop(batchId);
      await shelf.remove(batchId);
      parts.onGone(batchId);
      return ok(undefined);
    },
    clipOf(line) {
      const clip = stations.clips.get(book.progress(line)?.clipId ?? '');
      return clip?.state.status === 'kept' ? clip : undefined;
    },
    async adopt() {
      for (const batch of shelf.list()) {
        if (batch.state.status === 'discarded') await shelf.remove(batch.id);
        else if (!batch.isAsked) {
          const lines = await shelf.lines(batch.id);
          if (lines.ok) await askWhole(batch, lines.value);
        }
        await wait(0);
      }
    },
  };
}

function isOver(job: Job | undefined): boolean {
  return job !== undefined && isSettled(job.state);
}

function isNamed({ id, name }: { id: string; name: string }, named: string): boolean {
  return id === named || name.toLowerCase() === named.toLowerCase();
}

function firstWords([first]: readonly BatchLine[]): string {
  return first?.text.slice(0, 60) ?? '';
}
