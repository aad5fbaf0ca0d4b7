import { assertNever, fail, ok, type Result } from '../../result.ts';
import { sentText } from '../text/sent-text.ts';
import { SPEAKABLE } from '../text/sentence-ends.ts';
import type { BatchLine } from './batch.ts';
import { type LineRules, type LooseLine, looseLines } from './make-lines.ts';
import { freeRow, placed, withRowEnds } from './place-lines.ts';

/** Which lines: these, or all there are. */
export type ChosenLines = readonly string[] | 'all';

/** What a person changes about the lines of a batch. */
export type LinesChange =
  | {
      readonly is: 'edit';
      readonly lineIds: ChosenLines;
      /** Of one line alone; too long for one request, or of several paragraphs, it becomes several lines. */
      readonly text?: string;
      /** How it is to be said; null: as it is written. Of one line alone. */
      readonly spokenAs?: string | null;
      readonly voiceId?: string;
      /** 0.5–2. */
      readonly speed?: number;
    }
  /** A new line before this one; null: behind all. */
  | {
      readonly is: 'insert';
      readonly before: string | null;
      readonly text: string;
      readonly voiceId?: string;
      readonly speed?: number;
    }
  | { readonly is: 'remove'; readonly lineIds: ChosenLines }
  | { readonly is: 'move'; readonly lineIds: readonly string[]; readonly before: string | null };

export interface ChangeRules {
  readonly batchVoiceId: string;
  /** How the lines of this voice are split and said. */
  readonly rulesOf: (voiceId: string) => LineRules;
  readonly newId: () => string;
}

type LineFault = 'line-not-found' | 'text-empty' | 'text-too-long';

/**
 * The lines of a batch after a change; a line that nothing is changed about is the same object. Fails with
 * `line-not-found`, `text-empty`, and `text-too-long` (facts: `length`, `limit`) for a way to say it over the limit.
 */
export function changeLines(
  lines: readonly BatchLine[],
  change: LinesChange,
  rules: ChangeRules,
): Result<readonly BatchLine[], LineFault> {
  switch (change.is) {
    case 'edit':
      return edited(lines, change, rules);
    case 'insert':
      return inserted(lines, change, rules);
    case 'remove': {
      const { lineIds } = change;
      if (lineIds === 'all') return ok([]);
      const gone = new Set(lineIds);
      const left = lines.filter(({ id }) => !gone.has(id));
      return left.length === lines.length - gone.size ? ok(withRowEnds(left)) : fail('line-not-found');
    }
    case 'move': {
      const moving = new Set(change.lineIds);
      const those = lines.filter(({ id }) => moving.has(id));
      const rest = lines.filter(({ id }) => !moving.has(id));
      const at = placeOf(rest, change.before);
      if (those.length !== moving.size || at === undefined) return fail('line-not-found');
      return ok(placed(rest, { lines: those, at }));
    }
    default:
      return assertNever(change);
  }
}

function edited(
  lines: readonly BatchLine[],
  change: LinesChange & { is: 'edit' },
  rules: ChangeRules,
): Result<readonly BatchLine[], LineFault> {
  const wanted = change.lineIds === 'all' ? undefined : new Set(change.lineIds);
  const after: BatchLine[] = [];
  let found = 0;
  for (const line of lines) {
    if (wanted && !wanted.has(line.id)) {
      after.push(line);
      continue;
    }
    found++;
    const pieces = editedLine(line, change, rules);
    if (!pieces.ok) return pieces;
    for (const piece of pieces.value) after.push(piece);
  }
  return wanted && found !== wanted.size ? fail('line-not-found') : ok(after);
}

/** One line with the change; the first piece stays the line, the others are new. */
function editedLine(
  line: BatchLine,
  change: LinesChange & { is: 'edit' },
  { batchVoiceId, rulesOf, newId }: ChangeRules,
): Result<readonly BatchLine[], LineFault> {
  const { sent: _, spokenAs: before, pauseBeforeMs, pauseAfterMs, ...kept } = line;
  const text = change.text ?? line.text;
  const voiceId = change.voiceId ?? line.voiceId;
  const speed = change.speed ?? line.speed;
  const spokenAs = change.spokenAs === undefined && change.text === undefined ? before : change.spokenAs;
  const lineRules = rulesOf(voiceId ?? batchVoiceId);
  const pieces = spokenAs ? saidAs(text, spokenAs, lineRules.limit) : spokenPieces(text, lineRules);
  if (!pieces.ok) return pieces;
  const last = pieces.value.length - 1;
  return ok(
    pieces.value.map((piece, i) => ({
      ...{ ...kept, ...piece, id: i === 0 ? line.id : newId() },
      end: i === last ? line.end : piece.end,
      ...(voiceId !== undefined && { voiceId }),
      ...(speed !== undefined && { speed }),
      ...(i === 0 && pauseBeforeMs !== undefined && { pauseBeforeMs }),
      ...(i === last && pauseAfterMs !== undefined && { pauseAfterMs }),
      ...pausesOf(piece),
    })),
  );
}

function inserted(
  lines: readonly BatchLine[],
  { before, text, voiceId, speed }: LinesChange & { is: 'insert' },
  { batchVoiceId, rulesOf, newId }: ChangeRules,
): Result<readonly BatchLine[], LineFault> {
  const at = placeOf(lines, before);
  if (at === undefined) return fail('line-not-found');
  const pieces = spokenPieces(text, rulesOf(voiceId ?? batchVoiceId));
  if (!pieces.ok) return pieces;
  const row = freeRow(lines);
  const { chapter } = lines[Math.max(0, at - 1)] ?? {};
  const fresh = pieces.value.map((piece) => ({
    ...{ ...piece, id: newId(), row },
    ...(voiceId !== undefined && { voiceId }),
    ...(speed !== undefined && { speed }),
    ...(chapter !== undefined && { chapter }),
  }));
  return ok(placed(lines, { lines: fresh, at }));
}

function placeOf(lines: readonly BatchLine[], before: string | null): number | undefined {
  if (before === null) return lines.length;
  const at = lines.findIndex(({ id }) => id === before);
  return at === -1 ? undefined : at;
}

/** As few lines as the limit lets: a person who writes a line means one. */
function spokenPieces(text: string, rules: LineRules): Result<readonly LooseLine[], LineFault> {
  const pieces = looseLines(text, { ...rules, by: 'limit' });
  return pieces.length > 0 ? ok(pieces) : fail('text-empty');
}

function saidAs(text: string, spokenAs: string, limit: number): Result<readonly LooseLine[], LineFault> {
  const shown = text.trim();
  const sent = sentText(spokenAs);
  if (!SPEAKABLE.test(shown) || !SPEAKABLE.test(sent)) return fail('text-empty');
  if (sent.length > limit) return fail('text-too-long', { facts: { length: sent.length, limit } });
  return ok([{ text: shown, sent, spokenAs: spokenAs.trim(), end: 'paragraph' }]);
}

function pausesOf({ pauseBeforeMs, pauseAfterMs }: LooseLine): Partial<LooseLine> {
  return {
    ...(pauseBeforeMs !== undefined && { pauseBeforeMs }),
    ...(pauseAfterMs !== undefined && { pauseAfterMs }),
  };
}
