import type { BatchView, ChangeLines } from '../../contract/calls.ts';
import { createTurns } from '../../jobs/turns.ts';
import { fail, ok, type Result } from '../../result.ts';
import { type Batch, type BatchLine, MOST_LINES } from '../../speaking/batches/batch.ts';
import { changeLines, type LinesChange } from '../../speaking/batches/change-lines.ts';
import { newId } from '../ids.ts';
import type { Asking } from './asking.ts';
import type { BatchParts } from './batch-parts.ts';
import { lineRules } from './line-rules.ts';

interface ChangingParts extends BatchParts {
  readonly asking: Asking;
  readonly found: (batchId: string) => Result<Batch>;
  readonly told: (batch: Batch) => Result<BatchView>;
}

/** What a person does to the lines of a batch that is there. */
export interface Changing {
  /** Changes lines in place, adds, removes or moves some; only what says something new is spoken. */
  change(ask: ChangeLines): Promise<Result<BatchView>>;
  /** Takes the last change back; what was spoken before it stands again and is not paid for. */
  undo(batchId: string): Promise<Result<BatchView>>;
  /** Has lines spoken anew as they are: another take of each. */
  redo(ask: { readonly batchId: string; readonly lineIds: readonly string[] }): Promise<Result<BatchView>>;
}

export function createChanging(parts: ChangingParts): Changing {
  const { shelf, history, asking, found, told } = parts;

  /** Not asked while it is written: a start in between brings the queue in step. */
  async function keep(
    batch: Batch,
    lines: readonly BatchLine[],
    before: readonly BatchLine[],
  ): Promise<Result<BatchView>> {
    const begun = await shelf.change(batch.id, (each) => ({ ...each, isAsked: false }));
    if (!begun.ok) return begun;
    const written = await shelf.saveLines(batch.id, lines);
    if (!written.ok) return written;
    const asked = await asking.bringInStep(batch, lines, before);
    const changed = (isAsked: boolean) =>
      shelf.change(batch.id, (each) => ({ ...each, lines: lines.length, isAsked }));
    if (!asked.ok) {
      await changed(false);
      return asked;
    }
    const saved = await changed(true);
    return told(saved.ok ? saved.value : { ...batch, lines: lines.length });
  }

  async function open(batchId: string): Promise<Result<{ batch: Batch; lines: readonly BatchLine[] }>> {
    const batch = found(batchId);
    if (!batch.ok) return batch;
    const lines = await shelf.lines(batchId);
    return lines.ok ? ok({ batch: batch.value, lines: lines.value }) : lines;
  }

  async function change({ batchId, change }: ChangeLines): Promise<Result<BatchView>> {
    const opened = await open(batchId);
    if (!opened.ok) return opened;
    const { batch, lines } = opened.value;
    const changed = await changedLines(lines, { change, batch, parts });
    if (!changed.ok) return changed;
    if (isSame(lines, changed.value)) return told(batch);
    if (changed.value.length > MOST_LINES)
      return fail('batch-too-long', { facts: { lines: changed.value.length, limit: MOST_LINES } });
    history.changed(batchId, lines);
    const kept = await keep(batch, changed.value, lines);
    if (!kept.ok) history.takeBack(batchId);
    return kept;
  }

  async function undo(batchId: string): Promise<Result<BatchView>> {
    const opened = await open(batchId);
    if (!opened.ok) return opened;
    const { batch, lines } = opened.value;
    const before = history.takeBack(batchId);
    if (!before) return told(batch);
    const kept = await keep(batch, before, lines);
    if (!kept.ok) history.changed(batchId, lines);
    return kept;
  }

  async function redo(batchId: string, lineIds: readonly string[]): Promise<Result<BatchView>> {
    // As the pronunciation lists say by now.
    const changed = await change({ batchId, change: { is: 'edit', lineIds } });
    if (!changed.ok) return changed;
    const opened = await open(batchId);
    if (!opened.ok) return opened;
    const { batch, lines } = opened.value;
    const wanted = new Set(lineIds);
    const { book, runner } = parts;
    const waiting = lineIds.flatMap((lineId) => book.progress({ batchId, lineId }) ?? []);
    await runner.cancelAll(waiting.map(({ jobId }) => jobId));
    const asked = await asking.ask(
      batch,
      lines.filter(({ id }) => wanted.has(id)),
      { isFresh: true },
    );
    return asked.ok ? told(batch) : asked;
  }

  // Each sees what the one before has written.
  const turns = createTurns(() => undefined);
  return {
    change: (ask) => turns.take([ask.batchId], () => change(ask)),
    undo: (batchId) => turns.take([batchId], () => undo(batchId)),
    redo: ({ batchId, lineIds }) => turns.take([batchId], () => redo(batchId, lineIds)),
  };
}

interface Change {
  readonly change: LinesChange;
  readonly batch: Batch;
  readonly parts: BatchParts;
}

async function changedLines(
  lines: readonly BatchLine[],
  { change, batch, parts }: Change,
): Promise<Result<readonly BatchLine[]>> {
  const { stations } = parts;
  const own = stations.voices.get(batch.voiceId);
  const wish = 'voiceId' in change ? change.voiceId : undefined;
  const wished = wish === undefined ? undefined : stations.voices.get(wish);
  if (wish !== undefined && !wished) return fail('voice-not-found');
  if (wished?.state.status === 'failed') return fail('voice-failed', { facts: { name: wished.name } });
  const used = new Set(lines.map(({ voiceId }) => voiceId));
  const voices = stations.voices.list().filter(({ id }) => used.has(id) || id === wish);
  const first = own ?? wished ?? voices[0];
  if (!first) return fail('voice-not-found');
  const rulesOf = await lineRules([first, ...voices], batch, stations);
  // Another voice speaks as it does, unless the person says how.
  const speed = 'speed' in change ? undefined : wished?.speed;
  return changeLines(lines, speed === undefined || !('voiceId' in change) ? change : { ...change, speed }, {
    ...{ batchVoiceId: batch.voiceId, rulesOf },
    newId: () => newId('line', stations.now()),
  });
}

function isSame(before: readonly BatchLine[], after: readonly BatchLine[]): boolean {
  return (
    before.length === after.length &&
    before.every((line, i) => line === after[i] || JSON.stringify(line) === JSON.stringify(after[i]))
  );
}
