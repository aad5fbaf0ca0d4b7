import type { RedoLines } from '../../contract/calls.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { Batch, BatchLine } from '../../speaking/batches/batch.ts';
import { pronouncer } from '../../speaking/text/pronunciation.ts';
import { sentText } from '../../speaking/text/sent-text.ts';
import { SPEAKABLE } from '../../speaking/text/sentence-ends.ts';
import type { BatchStations } from './batch-parts.ts';

interface Redoing {
  readonly wish: RedoLines;
  readonly batch: Batch;
  readonly stations: BatchStations;
}

/**
 * All lines of a batch as they are after a redo, and those that were chosen. Fails with `line-not-found`,
 * `voice-not-found`, `text-empty`, and `text-too-long` where a line no longer fits its server's limit.
 */
export async function redoneLines(
  lines: readonly BatchLine[],
  redoing: Redoing,
): Promise<Result<{ readonly all: readonly BatchLine[]; readonly chosen: readonly BatchLine[] }>> {
  const { wish, batch } = redoing;
  const wanted = new Set(wish.lineIds);
  const pronounce = pronouncer(batch.pronunciations ?? []);
  const all = lines.map((line) => (wanted.has(line.id) ? changed(line, { wish, pronounce }) : line));
  const chosen = all.filter(({ id }) => wanted.has(id));
  if (chosen.length !== wanted.size) return fail('line-not-found');
  for (const line of chosen) {
    const fits = await fitsServer(line, redoing);
    if (!fits.ok) return fits;
  }
  return ok({ all, chosen });
}

function changed(
  { sent: _, ...line }: BatchLine,
  { wish, pronounce }: { readonly wish: RedoLines; readonly pronounce: (text: string) => string },
): BatchLine {
  const { voiceId, text = line.text } = wish;
  const shown = text.trim();
  const sent = sentText(shown, pronounce);
  return {
    ...{ ...line, text: shown },
    ...(voiceId !== undefined && { voiceId }),
    ...(sent !== shown && { sent }),
  };
}

async function fitsServer(
  { text, sent = text, voiceId }: BatchLine,
  { batch, stations }: Redoing,
): Promise<Result<void>> {
  const voice = stations.voices.get(voiceId ?? batch.voiceId);
  if (!voice) return fail('voice-not-found');
  if (!SPEAKABLE.test(sent)) return fail('text-empty');
  const connection = await stations.servers.connect(voice.server);
  // Where it cannot be asked now, the line was under the limit before; a new text is judged when it is spoken.
  const limit = connection.ok ? connection.value.textLimit : sent.length;
  return sent.length > limit
    ? fail('text-too-long', { facts: { length: sent.length, limit } })
    : ok(undefined);
}
