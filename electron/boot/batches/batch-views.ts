import type { OwnLine } from '../../cloning/sample/own-lines.ts';
import type { BatchLineView, BatchView, LineProgressView } from '../../contract/calls.ts';
import type { Job, WaitReason } from '../../jobs/job.ts';
import type { Batch, BatchLine, LineRef } from '../../speaking/batches/batch.ts';
import { lineWords } from '../../speaking/batches/line-words.ts';
import type { Clip } from '../../speaking/clip.ts';
import type { SpeechInput } from '../../speaking/speech-parts.ts';
import type { BatchParts } from './batch-parts.ts';
import { heldBatch } from './batch-purses.ts';

type Views = Pick<BatchParts, 'book' | 'runner' | 'stations'>;

/** A batch with what has become of it. */
export function viewBatch(
  batch: Batch,
  { history, ...views }: Views & Pick<BatchParts, 'history'>,
): BatchView {
  const { id, name, createdAt, voiceId, speed, lines, rowKind = 'paragraph', ceiling, charged } = batch;
  const counts = views.book.counts(id);
  const held = counts.waiting > 0 ? heldOf(batch, views) : undefined;
  return {
    ...{ id, name, createdAt, voiceId, speed, lines, counts, rowKind },
    ...{ revision: history.revision(id), canUndo: history.canTakeBack(id) },
    ...(ceiling !== undefined && { ceiling }),
    ...(charged && { used: Math.round(charged.credits) }),
    ...(held && { held }),
    ...(held?.why === 'credits' && { leftCharacters: charactersLeft(id, views) }),
  };
}

/** What all its lines wait for: it may spend nothing more, or its server is held. */
function heldOf(batch: Batch, views: Views): BatchView['held'] {
  const { runner, stations } = views;
  const own = heldBatch(batch);
  if (own) {
    const since = waitingSince(batch.id, own.why, views);
    return { status: 'waiting', since, why: own.why, ...(own.fault && { fault: own.fault }) };
  }
  const server = stations.voices.get(batch.voiceId)?.server;
  const holder = server === undefined ? undefined : runner.holder(`speak@${server}`);
  return holder?.state.status === 'waiting' ? holder.state : undefined;
}

/** Since when the first of its lines waits for this; now where none has come upon it yet. */
function waitingSince(batchId: string, why: WaitReason, { book, runner, stations }: Views): number {
  return book.jobs(batchId, ['waiting']).reduce((first, jobId) => {
    const state = runner.get(jobId)?.state;
    return state?.status === 'waiting' && state.why === why ? Math.min(first, state.since) : first;
  }, stations.now());
}

/** What is still to be sent; told only while nothing goes on, for it is counted line by line. */
function charactersLeft(batchId: string, { book, runner }: Views): number {
  return book.jobs(batchId, ['waiting', 'running']).reduce((sum, jobId) => {
    const { text = '', sent = text }: Partial<SpeechInput> = Object(runner.get(jobId)?.input);
    return sum + sent.length;
  }, 0);
}

/** What of a line changes by itself: its newest job, the clip made last. */
export function viewProgress(line: LineRef, { book, runner, stations }: Views): LineProgressView {
  const progress = book.progress(line);
  const job = progress && runner.get(progress.jobId);
  const made = stations.clips.get(progress?.clipId ?? '');
  const clip = made?.state.status === 'kept' ? made : undefined;
  return {
    id: line.lineId,
    ...(job ? { jobId: job.id, state: job.state } : progress && spokenState(clip)),
    ...(clip && { clipId: clip.id, seconds: clip.samples / clip.sampleRate }),
    ...(clip && job && isOld(clip, job, runner.get(clip.jobId)) && { isOld: true }),
    ...(clip?.stock !== undefined && { stock: clip.stock }),
    ...(clip?.doubts && { doubts: clip.doubts }),
    ...(clip?.recording && { isRecording: true }),
  };
}

/** Whether a clip says something else than what was asked for last; `made`: the job it came from, while it is kept. */
function isOld(clip: Clip, asked: Job, made: Job | undefined): boolean {
  const { voiceId, text, speed, sent }: Partial<SpeechInput> = Object(asked.input);
  if (clip.voiceId !== voiceId || clip.text !== text || clip.speed !== speed) return true;
  // Clips of before do not say what was sent.
  const said = made ? (Object(made.input) as Partial<SpeechInput>).sent : clip.sent;
  return said !== sent && (made !== undefined || clip.line?.askedAt !== undefined);
}

/** Of a line whose job is forgotten because it is done. */
function spokenState(clip: Clip | undefined): Pick<LineProgressView, 'state'> | undefined {
  return clip && { state: { status: 'done', at: clip.createdAt, result: { clipId: clip.id } } };
}

/** A line with its job and its clip, and the recording of its words where `ownLine` knows one. */
export function viewLine(
  { id: batchId }: Pick<Batch, 'id'>,
  line: BatchLine,
  { ownLine, ...views }: Views & { readonly ownLine: (line: BatchLine) => OwnLine | undefined },
): BatchLineView {
  const own = ownLine(line);
  return {
    ...lineWords(line),
    ...(own && { own }),
    ...viewProgress({ batchId, lineId: line.id }, views),
  };
}
