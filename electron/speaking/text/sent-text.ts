import type { Pronunciation } from '../../cloning/voice/manner.ts';
import { pronouncer } from './pronunciation.ts';
import { readScript, type ScriptItem } from './script.ts';
import { type SplitRules, splitText } from './split-text.ts';

/** A piece with what is sent for it, and silences. */
export type SpokenItem =
  | (Extract<ScriptItem, { is: 'speech' }> & { readonly sent: string })
  | Extract<ScriptItem, { is: 'silence' }>;

/** Controls, half characters, and marks of direction and width that say nothing; joiners in words and emoji stay. */
const SILENT =
  /(?!\s|\u0085)\p{Cc}|[\p{Cs}\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffc]/gu;

/** What is sent of a text: without what cannot be said, each run of spaces and line ends as one space. */
export function sentText(text: string, pronounce: (text: string) => string = (same) => same): string {
  return pronounce(
    text
      .replace(SILENT, '')
      .replace(/[\s\u0085]+/gu, ' ')
      .trim(),
  );
}

/**
 * The pieces and silences of a text, each piece with what is sent for it after the pronunciation list: that too is under
 * the limit, so a piece whose words grew is split again.
 */
export function speechOf(
  text: string,
  rules: SplitRules & { readonly pronunciations?: readonly Pronunciation[] },
): readonly SpokenItem[] {
  const pronounce = pronouncer(rules.pronunciations ?? []);
  return readScript(text, rules).flatMap((item): readonly SpokenItem[] =>
    item.is === 'silence' ? [item] : fitting(item, { rules, pronounce, limit: rules.limit }),
  );
}

type Speech = Extract<ScriptItem, { is: 'speech' }>;

function fitting(
  item: Speech,
  how: { readonly rules: SplitRules; readonly pronounce: (text: string) => string; readonly limit: number },
): readonly SpokenItem[] {
  const sent = sentText(item.text, how.pronounce);
  const { limit } = how.rules;
  if (sent.length <= limit) return [{ ...item, sent }];
  const smaller = Math.floor(Math.min(how.limit - 1, (how.limit * limit) / sent.length));
  // One word whose spoken form alone is longer than the limit: sent as it is written.
  if (smaller < 2) return [{ ...item, sent: sentText(item.text) }];
  const pieces = splitText(item.raw, { ...how.rules, limit: smaller, by: 'limit' });
  return pieces.flatMap((piece, i) =>
    fitting(
      { is: 'speech', ...piece, end: i === pieces.length - 1 ? item.end : piece.end },
      { ...how, limit: smaller },
    ),
  );
}
