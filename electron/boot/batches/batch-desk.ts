import { setTimeout as wait } from 'node:timers/promises';
import { SPEED_RANGE } from '../../cloning/voice/manner.ts';
import type { BatchLineView, BatchView, MakeBatch } from '../../contract/calls.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Batch, BatchLine, RowKind } from '../../speaking/batches/batch.ts';
import { makeLines } from '../../speaking/batches/make-lines.ts';
import type { Clip } from '../../speaking/clip.ts';
import type { DocumentLine } from '../../speaking/documents/document.ts';
import { newId } from '../ids.ts';
import { createAsking } from './asking.ts';
import { type BatchActs, createBatchActs } from './batch-acts.ts';
import type { BatchParts } from './batch-parts.ts';
import { viewBatch, viewLine } from './batch-views.ts';
import { type Changing, createChanging } from './changing.ts';
import { lineRules } from './line-rules.ts';

/** What can be done with batches. */
export interface BatchDesk extends BatchActs, Changing {
  list(): readonly BatchView[];
  make(ask: NewBatch, rows: readonly DocumentLine[]): Promise<Result<BatchView>>;
  /** A page of its lines, in order. */
  lines(ask: { batchId: string; from: number; count: number }): Promise<Result<readonly BatchLineView[]>>;
  /** The clip that stands for a line: the one made last that says it as it is now, while it is kept. */
  clipOf(batch: Batch, line: BatchLine): Clip | undefined;
  /** Tells the window what has become of a batch. */
  tell(batchId: string): void;
  /** Brings the queue in step with what a killed process has kept but not yet asked for. */
  adopt(): Promise<void>;
}

export interface NewBatch extends Omit<MakeBatch, 'from'> {
  /** What its rows are called; absent: paragraphs. */
  readonly rowKind?: RowKind;
}

/** The desk over this shelf. */
export function createBatchDesk(parts: BatchParts): BatchDesk {
  const { shelf, book, stations } = parts;
  const { now } = stations;
  const asking = createAsking(parts);

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

  async function askAll(batch: Batch, lines: readonly BatchLine[]): Promise<Result<BatchView>> {
    const asked = await asking.bringInStep(batch, lines);
    if (!asked.ok) return asked;
    const saved = await shelf.change(batch.id, (each) => ({ ...each, lines: lines.length, isAsked: true }));
    // The jobs are in the queue: what the note would say is found out at the next start.
    return told(saved.ok ? saved.value : batch);
  }

  return {
    ...createBatchActs({ ...parts, found, told }),
    ...createChanging({ ...parts, asking, found, told }),
    list: () => shelf.list().flatMap((batch) => (batch.state.status === 'kept' ? viewed(batch) : [])),
    async make({ name, voiceId, speed: wished, by = 'sentence', pronunciations, rowKind, ceiling }, rows) {
      const voice = stations.voices.get(voiceId);
      if (!voice) return fail('voice-not-found');
      if (voice.state.status === 'failed') return fail('voice-failed');
      const speed = wished ?? voice.speed ?? 1;
      if (!(speed >= SPEED_RANGE.from && speed <= SPEED_RANGE.to)) return fail('speed-out-of-range');
      const connection = await stations.servers.connect(voice.server);
      if (!connection.ok)
        return { ok: false, fault: { ...connection.fault, facts: { server: voice.server } } };
      const named = rows.some((row) => row.voice !== undefined) ? stations.voices.list() : [];
      const own = { by, ...(pronunciations && { pronunciations }) };
      const lines = await makeLines(rows, {
        rulesOf: await lineRules([voice, ...named], own, stations),
        voiceOf: (name) => named.find((each) => isNamed(each, name))?.id,
        // Each voice as it speaks, unless the person has said how fast this text is to be.
        speedOf: (id) => ownSpeed(wished === undefined ? stations.voices.get(id ?? '') : undefined, speed),
      });
      if (!lines.ok) return lines;
      const added = await shelf.add(
        {
          ...{ id: newId('batch', now()), name: name.trim() || firstWords(lines.value), createdAt: now() },
          ...{ voiceId, speed, lines: lines.value.length, isAsked: false, state: { status: 'kept' } },
          ...(pronunciations && { pronunciations }),
          ...(rowKind && { rowKind }),
          ...(ceiling !== undefined && { ceiling }),
        },
        lines.value,
      );
      return added.ok ? askAll(added.value, lines.value) : added;
    },
    async lines({ batchId, from, count }) {
      const batch = found(batchId);
      const lines = await shelf.lines(batchId);
      if (!batch.ok) return batch;
      if (!lines.ok) return lines;
      const find = stations.own.finder();
      const ownLine = ({ voiceId = batch.value.voiceId, text }: BatchLine) => {
        const voice = stations.voices.get(voiceId);
        return voice && find(voice, text);
      };
      const page = lines.value.slice(from, from + count);
      return ok(page.map((line) => viewLine(batch.value, line, { ...parts, ownLine })));
    },
    clipOf(batch, line) {
      const clip = stations.clips.get(book.progress({ batchId: batch.id, lineId: line.id })?.clipId ?? '');
      const isOfIt = clip?.text === line.text && clip.voiceId === (line.voiceId ?? batch.voiceId);
      return isOfIt && clip.state.status === 'kept' ? clip : undefined;
    },
    tell(batchId) {
      const batch = found(batchId);
      if (batch.ok) told(batch.value);
    },
    async adopt() {
      for (const batch of shelf.list()) {
        if (batch.state.status === 'discarded') await shelf.remove(batch.id);
        else if (!batch.isAsked) {
          const lines = await shelf.lines(batch.id);
          if (lines.ok) await askAll(batch, lines.value);
        }
        await wait(0);
      }
    },
  };
}

/** The speed of a voice that has one of its own, other than the batch's. */
function ownSpeed(voice: { readonly speed?: number } | undefined, speed: number): number | undefined {
  return voice?.speed === speed ? undefined : voice?.speed;
}

function isNamed({ id, name }: { id: string; name: string }, named: string): boolean {
  return id === named || name.toLowerCase() === named.toLowerCase();
}

function firstWords([first]: readonly BatchLine[]): string {
  return first?.text.slice(0, 60) ?? '';
}
