import type { Pronunciation } from '../../cloning/voice/manner.ts';
import { createStretches } from '../../processes/stretches.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { DocumentLine } from '../documents/document.ts';
import { type SpokenItem, speechOf } from '../text/sent-text.ts';
import { speechInStretches } from '../text/speech-in-stretches.ts';
import type { SplitRules } from '../text/split-text.ts';
import { type BatchFaultCode, type BatchLine, MOST_LINES } from './batch.ts';

/** How a text becomes lines: under which limit, in which language, with which words said how. */
export type LineRules = SplitRules & { readonly pronunciations?: readonly Pronunciation[] };

/** A line that has no place in a batch yet. */
export type LooseLine = Omit<BatchLine, 'id' | 'row'>;

/** Who speaks the rows of a document. */
export interface RowVoices {
  /** The id for the name that a table gives; undefined for the batch's own voice. */
  readonly voiceOf: (name: string) => string | undefined;
  /** How a voice speaks; undefined: the batch's. */
  readonly rulesOf: (voiceId: string | undefined) => LineRules;
  /** At which speed it does where that is not the batch's. */
  readonly speedOf: (voiceId: string | undefined) => number | undefined;
}

/**
 * The lines of a batch: each row of the document split under the limit of its voice's server, with its pauses. Fails with
 * `text-empty` and `batch-too-long`.
 */
export async function makeLines(
  rows: readonly DocumentLine[],
  { voiceOf, rulesOf, speedOf }: RowVoices,
): Promise<Result<readonly BatchLine[], BatchFaultCode | 'text-empty'>> {
  const lines: BatchLine[] = [];
  const stretches = createStretches();
  let row = 0;
  for (const source of rows) {
    const { voice, fileName, chapter, cue } = source;
    const voiceId = voice === undefined ? undefined : voiceOf(voice);
    const speed = speedOf(voiceId);
    const made = toLines(await speechInStretches(source.text, rulesOf(voiceId)));
    for (const line of made)
      lines.push({
        ...{ id: `${lines.length}`, row, ...line },
        ...(voiceId !== undefined && { voiceId }),
        ...(speed !== undefined && { speed }),
        ...(fileName !== undefined && { fileName }),
        ...(chapter !== undefined && { chapter }),
        ...(cue !== undefined && { cue }),
      });
    if (made.length > 0) row++;
    if (lines.length > MOST_LINES)
      return fail('batch-too-long', { facts: { lines: lines.length, limit: MOST_LINES } });
    if (stretches.isOver()) await stretches.rest();
  }
  return lines.length > 0 ? ok(lines) : fail('text-empty');
}

/** What one text comes to; nothing where there is nothing to say. */
export function looseLines(text: string, rules: LineRules): readonly LooseLine[] {
  return toLines(speechOf(text, rules));
}

function toLines(items: readonly SpokenItem[]): readonly LooseLine[] {
  const lines: LooseLine[] = [];
  let before = 0;
  for (const item of items) {
    const last = lines.at(-1);
    if (item.is === 'silence') {
      if (last) lines[lines.length - 1] = { ...last, pauseAfterMs: (last.pauseAfterMs ?? 0) + item.ms };
      else before += item.ms;
      continue;
    }
    lines.push({
      ...{ text: item.text, end: item.end },
      ...(item.sent !== item.text && { sent: item.sent }),
      ...(before > 0 && { pauseBeforeMs: before }),
    });
    before = 0;
  }
  return lines;
}
