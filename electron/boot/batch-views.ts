import type { BatchLineView, BatchView } from '../contract/calls.ts';
import type { Batch, BatchLine } from '../speaking/batches/batch.ts';
import type { BatchParts } from './batch-parts.ts';

/** A batch with what has become of it. */
export function viewBatch(
  batch: Batch,
  { book, runner, stations }: Pick<BatchParts, 'book' | 'runner' | 'stations'>,
): BatchView {
  const { id, name, createdAt, voiceId, speed, lines } = batch;
  const server = stations.voices.get(voiceId)?.server;
  const holder = server === undefined ? undefined : runner.holder(`speak@${server}`);
  const counts = book.counts(id);
  const held = counts.waiting > 0 && holder?.state.status === 'waiting' ? holder.state : undefined;
  return { id, name, createdAt, voiceId, speed, lines, counts, ...(held && { held }) };
}

/** A line with its job and its clip. */
export function viewLine(
  batchId: string,
  line: BatchLine,
  { book, runner }: Pick<BatchParts, 'book' | 'runner'>,
): BatchLineView {
  const progress = book.progress({ batchId, lineId: line.id });
  const job = progress && runner.get(progress.jobId);
  const { id, text, row, chapter, voiceId, fileName } = line;
  return {
    ...{ id, text, row },
    ...(chapter !== undefined && { chapter }),
    ...(voiceId !== undefined && { voiceId }),
    ...(fileName !== undefined && { fileName }),
    ...(job && { jobId: job.id, state: job.state }),
    ...(progress?.clipId !== undefined && { clipId: progress.clipId }),
  };
}
