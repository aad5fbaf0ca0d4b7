import type { BatchLineView, BatchView, LineProgressView } from '../../contract/calls.ts';
import type { Batch, BatchLine, LineRef } from '../../speaking/batches/batch.ts';
import type { BatchParts } from './batch-parts.ts';

type Views = Pick<BatchParts, 'book' | 'runner' | 'stations'>;

/** A batch with what has become of it. */
export function viewBatch(batch: Batch, { book, runner, stations }: Views): BatchView {
  const { id, name, createdAt, voiceId, speed, lines } = batch;
  const server = stations.voices.get(voiceId)?.server;
  const holder = server === undefined ? undefined : runner.holder(`speak@${server}`);
  const counts = book.counts(id);
  const held = counts.waiting > 0 && holder?.state.status === 'waiting' ? holder.state : undefined;
  return { id, name, createdAt, voiceId, speed, lines, counts, ...(held && { held }) };
}

/** What of a line changes by itself: its newest job, the clip made last. */
export function viewProgress(line: LineRef, { book, runner, stations }: Views): LineProgressView {
  const progress = book.progress(line);
  const job = progress && runner.get(progress.jobId);
  const clip = stations.clips.get(progress?.clipId ?? '');
  return {
    id: line.lineId,
    ...(job && { jobId: job.id, state: job.state }),
    ...(progress?.clipId !== undefined && { clipId: progress.clipId }),
    ...(clip && { seconds: clip.samples / clip.sampleRate }),
    ...(clip?.stock !== undefined && { stock: clip.stock }),
    ...(clip?.doubts && { doubts: clip.doubts }),
  };
}

/** A line with its job and its clip. */
export function viewLine(batchId: string, line: BatchLine, views: Views): BatchLineView {
  const { id, text, row, chapter, voiceId, fileName } = line;
  return {
    ...{ id, text, row },
    ...(chapter !== undefined && { chapter }),
    ...(voiceId !== undefined && { voiceId }),
    ...(fileName !== undefined && { fileName }),
    ...viewProgress({ batchId, lineId: id }, views),
  };
}
