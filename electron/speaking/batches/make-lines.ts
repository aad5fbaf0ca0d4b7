import { fail, ok, type Result } from '../../result.ts';
import type { DocumentLine } from '../documents/document.ts';
import type { Pronunciation } from '../text/pronunciation.ts';
import { type SpokenItem, speechOf } from '../text/sent-text.ts';
import type { SplitRules } from '../text/split-text.ts';
import { type BatchFaultCode, type BatchLine, MOST_LINES } from './batch.ts';

/** How long the thread is kept at a stretch, in milliseconds. */
const STRETCH_MS = 12;

/**
 * The lines of a batch: each row of the document split under the limit of its server, with its pauses. `voiceOf` answers
 * the id for the name that a table gives, undefined for the batch's own voice. Fails with `text-empty` and `batch-too-long`.
 */
export async function makeLines(
  rows: readonly DocumentLine[],
  rules: SplitRules & {
    readonly pronunciations?: readonly Pronunciation[];
    readonly voiceOf?: (name: string) => string | undefined;
  },
): Promise<Result<readonly BatchLine[], BatchFaultCode | 'text-empty'>> {
  const lines: BatchLine[] = [];
  let began = performance.now();
  let row = 0;
  for (const source of rows) {
    const made = linesOf(speechOf(source.text, rules), {
      source,
      row,
      first: lines.length,
      voiceOf: rules.voiceOf,
    });
    for (const line of made) lines.push(line);
    if (made.length > 0) row++;
    if (lines.length > MOST_LINES)
      return fail('batch-too-long', { facts: { lines: lines.length, limit: MOST_LINES } });
    if (performance.now() - began < STRETCH_MS) continue;
    await new Promise<void>((resolve) => setImmediate(resolve));
    began = performance.now();
  }
  return lines.length > 0 ? ok(lines) : fail('text-empty');
}

interface Row {
  readonly source: DocumentLine;
  readonly row: number;
  readonly first: number;
  readonly voiceOf: ((name: string) => string | undefined) | undefined;
}

function linesOf(items: readonly SpokenItem[], { source, row, first, voiceOf }: Row): readonly BatchLine[] {
  const { voice, fileName, chapter } = source;
  const voiceId = voice === undefined ? undefined : voiceOf?.(voice);
  const lines: BatchLine[] = [];
  let before = 0;
  for (const item of items) {
    const last = lines.at(-1);
    if (item.is === 'silence') {
      if (last) lines[lines.length - 1] = { ...last, pauseAfterMs: (last.pauseAfterMs ?? 0) + item.ms };
      else before += item.ms;
      continue;
    }
    lines.push({
      ...{ id: `${first + lines.length}`, text: item.text, row, end: item.end },
      ...(item.sent !== item.text && { sent: item.sent }),
      ...(voiceId !== undefined && { voiceId }),
      ...(fileName !== undefined && { fileName }),
      ...(chapter !== undefined && { chapter }),
      ...(before > 0 && { pauseBeforeMs: before }),
    });
    before = 0;
  }
  return lines;
}
