import type { OwnLine } from '../../cloning/sample/own-lines.ts';
import type { Voice } from '../../cloning/voice/voice.ts';
import type { BatchView } from '../../contract/calls.ts';
import { isSettled } from '../../jobs/job.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Batch, LineRef } from '../../speaking/batches/batch.ts';
import type { Clip } from '../../speaking/clip.ts';
import { newId } from '../ids.ts';
import { createAsking } from './asking.ts';
import type { BatchParts } from './batch-parts.ts';
import { viewBatch } from './batch-views.ts';

/** Real recordings in the place of made speech: nothing is asked of a server, nothing is paid. */
export interface OwnClips {
  /** The recording of these words as a clip. `own-line-not-found` where they were not recorded. */
  use(ask: { readonly voiceId: string; readonly text: string }): Promise<Result<Clip>>;
  /** The same for a line of a batch: the clip stands for it, and what still waited is canceled. */
  useForLine(line: LineRef): Promise<Result<BatchView>>;
  /** Takes that back: the clip before stands again, or what was canceled for it waits again. */
  putBack(line: LineRef): Promise<Result<BatchView>>;
}

interface OwnClipParts extends BatchParts {
  readonly onLine: (line: LineRef) => void;
}

/** Over the same queue and lines as the batches. */
export function createOwnClips(parts: OwnClipParts): OwnClips {
  const { shelf, book, runner, stations } = parts;
  const { clips, own, voices, now } = stations;
  const asking = createAsking(parts);

  async function keep(voice: Voice, line: OwnLine, more: Partial<Clip>): Promise<Result<Clip>> {
    const sound = await own.sound(line);
    if (!sound.ok) return sound;
    const { takeId, from, to, text } = line;
    const clip: Clip = {
      ...{ id: newId('clip', now()), jobId: newId('job', now()), text, speed: 1, createdAt: now() },
      ...{ voiceId: voice.id, voiceName: voice.name, server: voice.server },
      ...{ sampleRate: sound.value.sampleRate, samples: sound.value.samples.length },
      ...{ recording: { takeId, from, to }, state: { status: 'kept' } as const },
      ...more,
    };
    return clips.add(clip, sound.value);
  }

  async function lineOf({ batchId, lineId }: LineRef) {
    const batch = shelf.get(batchId);
    if (batch?.state.status !== 'kept') return fail('batch-not-found');
    const lines = await shelf.lines(batchId);
    if (!lines.ok) return lines;
    const line = lines.value.find(({ id }) => id === lineId);
    return line ? ok({ batch, line }) : fail('line-not-found');
  }

  const told = (batch: Batch, line: LineRef): Result<BatchView> => {
    parts.onLine(line);
    const view = viewBatch(batch, parts);
    parts.onChanged(view);
    return ok(view);
  };

  return {
    async use({ voiceId, text }) {
      const voice = voices.get(voiceId);
      if (!voice) return fail('voice-not-found');
      const line = own.finder()(voice, text);
      return line ? keep(voice, line, { text }) : fail('own-line-not-found');
    },
    async useForLine({ batchId, lineId }) {
      const there = await lineOf({ batchId, lineId });
      if (!there.ok) return there;
      const { batch, line } = there.value;
      const voice = voices.get(line.voiceId ?? batch.voiceId);
      if (!voice) return fail('voice-not-found');
      const found = own.finder()(voice, line.text);
      if (!found) return fail('own-line-not-found');
      const ref = { batchId, lineId };
      const kept = await keep(voice, found, {
        // What the line asks for: until its words change there is nothing to have spoken.
        ...{ text: line.text, speed: line.speed ?? batch.speed },
        ...(line.sent !== undefined && { sent: line.sent }),
        line: { ...ref, askedAt: now() },
      });
      if (!kept.ok) return kept;
      const job = runner.get(book.progress(ref)?.jobId ?? '');
      if (job && !isSettled(job.state)) await runner.cancel(job.id);
      book.spoken(kept.value);
      return told(batch, ref);
    },
    async putBack({ batchId, lineId }) {
      const there = await lineOf({ batchId, lineId });
      if (!there.ok) return there;
      const { batch, line } = there.value;
      const ref = { batchId, lineId };
      const clip = clips.get(book.progress(ref)?.clipId ?? '');
      if (!clip?.recording) return fail('line-not-found');
      const discarded = await clips.discard(clip.id, now());
      if (!discarded.ok) return discarded;
      book.leaveOut(batchId, [lineId]);
      for (const each of clips.list())
        if (each.state.status === 'kept' && each.line?.batchId === batchId && each.line.lineId === lineId)
          book.spoken(each);
      const jobs = book.jobsOf(batchId, new Set([lineId])).flatMap((id) => runner.get(id) ?? []);
      for (const job of jobs) book.follow(job);
      const isSpoken = book.progress(ref)?.clipId !== undefined;
      const isUnderWay = jobs.some(({ state }) => !isSettled(state));
      if (!isSpoken && !isUnderWay) {
        const asked = await asking.ask(batch, [line]);
        if (!asked.ok) return asked;
      }
      return told(batch, ref);
    },
  };
}
