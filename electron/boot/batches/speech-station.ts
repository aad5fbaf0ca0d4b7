import type { BatchView, Events } from '../../contract/calls.ts';
import type { JobKind } from '../../jobs/job.ts';
import type { JobRunner } from '../../jobs/runner.ts';
import type { BatchShelf } from '../../library/batch-shelf.ts';
import type { ClipShelf } from '../../library/clip-shelf.ts';
import { eachInStretches } from '../../processes/stretches.ts';
import { createLineBook } from '../../speaking/batches/line-book.ts';
import { createProofDesk } from '../../speaking/joining/proof-desk.ts';
import { speechJob } from '../../speaking/speech-job.ts';
import type { SpeechInput, SpeechParts } from '../../speaking/speech-parts.ts';
import type { Emitter } from '../emitter.ts';
import { viewJob } from '../views.ts';
import { type BatchDesk, createBatchDesk } from './batch-desk.ts';
import type { BatchParts, BatchStations } from './batch-parts.ts';
import { createLineHistory } from './line-history.ts';
import { tellLines } from './line-news.ts';
import { createOwnClips, type OwnClips } from './own-clips.ts';
import { forgetSpentJobs } from './spent-jobs.ts';

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
export async function openBatches(joined: {
  readonly shelf: BatchShelf;
  readonly runner: JobRunner;
  readonly events: Emitter;
  readonly stations: BatchStations;
}): Promise<BatchDesk & { readonly ownClips: OwnClips }> {
  const { shelf, runner, events, stations } = joined;
  const book = createLineBook();
  const parts = { shelf, book, runner, stations, history: createLineHistory() };
  await findLines(parts);
  const tell = tellLines({ ...parts, events });
  const spent = forgetSpentJobs(parts);
  runner.onChange((job) => {
    const line = book.lineOf(job);
    if (line) {
      // An old job of a line that was redone is nobody's any more.
      if (book.follow(job)) tell(line);
      return spent.follow(job, line);
    }
    const view = viewJob(job);
    if (view) events.emit('job.changed', view);
  });
  // A line whose clip was discarded, or is there again.
  events.listen((name, value) => {
    const line = name === 'clip.changed' ? (value as Events['clip.changed']).line : undefined;
    if (line) tell(line);
  });
  const telling = {
    ...parts,
    onChanged: (view: BatchView) => events.emit('batch.changed', view),
    onGone: (id: string) => events.emit('batch.gone', { id }),
  };
  const desk = createBatchDesk(telling);
  await desk.adopt();
  await spent.sweep();
  return { ...desk, ownClips: createOwnClips({ ...telling, onLine: tell }) };
}

/** What became of all lines, as clips and jobs tell. Lines that were taken out of a batch may have left clips behind. */
async function findLines({
  shelf,
  book,
  runner,
  stations,
}: Pick<BatchParts, 'shelf' | 'book' | 'runner' | 'stations'>) {
  await eachInStretches(stations.clips.list(), (clip) => {
    if (clip.state.status === 'kept') book.spoken(clip);
  });
  await eachInStretches(runner.list(), book.follow);
  for (const { id, lines: count } of shelf.list()) {
    const known = book.lines(id);
    if (known.length <= count) continue;
    const lines = await shelf.lines(id);
    const there = new Set(lines.ok ? lines.value.map((line) => line.id) : known);
    book.leaveOut(
      id,
      known.filter((lineId) => !there.has(lineId)),
    );
  }
}
