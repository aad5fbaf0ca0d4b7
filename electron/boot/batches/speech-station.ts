import type { LineProgressView } from '../../contract/calls.ts';
import type { JobKind } from '../../jobs/job.ts';
import type { JobRunner } from '../../jobs/runner.ts';
import type { BatchShelf } from '../../library/batch-shelf.ts';
import type { ClipShelf } from '../../library/clip-shelf.ts';
import type { LineRef } from '../../speaking/batches/batch.ts';
import { createLineBook } from '../../speaking/batches/line-book.ts';
import { createProofDesk } from '../../speaking/joining/proof-desk.ts';
import { speechJob } from '../../speaking/speech-job.ts';
import type { SpeechInput, SpeechParts } from '../../speaking/speech-parts.ts';
import type { Emitter } from '../emitter.ts';
import { isOfBatch, viewJob } from '../views.ts';
import { type BatchDesk, createBatchDesk } from './batch-desk.ts';
import type { BatchStations } from './batch-parts.ts';
import { viewBatch, viewProgress } from './batch-views.ts';
import { createLineHistory } from './line-history.ts';

/** How often the window is told how far a batch is, in milliseconds. */
const TELL_MS = 200;

/** The speech job over these clips; a clip of a batch's line is told as the line, and the rest goes where it is heard. */
export function speechKind({
  clips,
  hearing,
  shared,
}: {
  readonly clips: ClipShelf;
  readonly hearing: Pick<SpeechParts, 'keep' | 'keepCopy' | 'clip'>;
  readonly shared: Pick<SpeechParts, 'connect' | 'now' | 'voice' | 'move' | 'links'>;
}): JobKind<SpeechInput, { clipId: string }> {
  const proof = createProofDesk(clips);
  return speechJob({
    ...shared,
    keep(clip, sound, input) {
      if (input.audition) return hearing.keep(clip, sound, input);
      const heard = proof.listen(clip, sound);
      return input.line ? clips.add(heard, sound) : hearing.keep(heard, sound, input);
    },
    keepCopy: hearing.keepCopy,
    clip: hearing.clip,
    cached: clips.withKey,
  });
}

/** Opens the batches over the queue, and tells the window of every job: as a line where it is one, else by itself. */
export async function openBatches(parts: {
  readonly shelf: BatchShelf;
  readonly runner: JobRunner;
  readonly events: Emitter;
  readonly stations: BatchStations;
}): Promise<BatchDesk> {
  const { shelf, runner, events, stations } = parts;
  const book = createLineBook();
  const history = createLineHistory();
  for (const job of runner.list()) book.follow(job);
  /** By batch: the lines that have changed since the window was told. */
  const changed = new Map<string, Map<string, LineProgressView>>();
  const tell = (batchId: string): void => {
    const lines = [...(changed.get(batchId)?.values() ?? [])];
    changed.delete(batchId);
    const batch = shelf.get(batchId);
    if (batch?.state.status !== 'kept') return;
    events.emit('lines.changed', { batchId, lines });
    events.emit('batch.changed', viewBatch(batch, { book, runner, stations, history }));
  };
  const tellSoon = (line: LineRef): void => {
    const { batchId, lineId } = line;
    const view = viewProgress(line, { book, runner, stations });
    const lines = changed.get(batchId);
    if (lines) return void lines.set(lineId, view);
    changed.set(batchId, new Map([[lineId, view]]));
    setTimeout(() => tell(batchId), TELL_MS).unref();
  };
  runner.onChange((job) => {
    const line = book.follow(job);
    if (line) return tellSoon(line);
    // An old job of a line that was redone is nobody's any more.
    if (isOfBatch(job)) return;
    const view = viewJob(job);
    if (view) events.emit('job.changed', view);
  });
  const desk = createBatchDesk({
    ...{ shelf, book, runner, stations, history },
    onChanged: (view) => events.emit('batch.changed', view),
    onGone: (id) => events.emit('batch.gone', { id }),
  });
  await desk.adopt();
  return desk;
}
