import type { BatchLineView, BatchView } from '../../../electron/contract/calls.ts';
import type { LinesChange } from '../../../electron/speaking/batches/change-lines.ts';

/** A line that is being written: one that is there, or a new one before another (null: at the end). */
export interface LineDraft {
  readonly of:
    | { readonly is: 'line'; readonly id: string }
    | { readonly is: 'new'; readonly before: string | null };
  readonly text: string;
  /** How it is to be said; empty: as it is written. */
  readonly spokenAs: string;
  readonly voiceId: string;
  readonly speed: number;
}

type Speaker = Pick<BatchView, 'voiceId' | 'speed'>;

/** A line as it is, to be changed. */
export function draftOf(line: BatchLineView, batch: Speaker): LineDraft {
  const { id, text, spokenAs = '', voiceId = batch.voiceId, speed = batch.speed } = line;
  return { of: { is: 'line', id }, text, spokenAs, voiceId, speed };
}

/** A line that is yet to be written. */
export function newDraft(before: string | null, batch: Speaker): LineDraft {
  const { voiceId, speed } = batch;
  return { of: { is: 'new', before }, text: '', spokenAs: '', voiceId, speed };
}

/** What a draft changes; null where it changes nothing. `line`: the line as it is; undefined for a new one. */
export function changeOf(
  draft: LineDraft,
  line: BatchLineView | undefined,
  batch: Speaker,
): LinesChange | null {
  const { of, text, spokenAs, voiceId, speed } = draft;
  if (of.is === 'new') {
    if (text.trim() === '') return null;
    return {
      ...{ is: 'insert', before: of.before, text },
      ...(voiceId !== batch.voiceId && { voiceId }),
      ...(speed !== batch.speed && { speed }),
    };
  }
  if (line === undefined || text.trim() === '') return null;
  const before = draftOf(line, batch);
  const said = spokenAs.trim();
  const isReworded = text.trim() !== before.text;
  const isSaidOtherwise = said !== before.spokenAs;
  const change: LinesChange = {
    ...{ is: 'edit', lineIds: [of.id] },
    ...(isReworded && { text: text.trim() }),
    // With other words the way to say them would be forgotten: what stands in the field is meant.
    ...((isSaidOtherwise || (isReworded && said !== '')) && { spokenAs: said === '' ? null : said }),
    ...(voiceId !== before.voiceId && { voiceId }),
    ...(speed !== before.speed && { speed }),
  };
  return Object.keys(change).length > 2 ? change : null;
}
