import type { DraftView } from '../../../electron/contract/calls.ts';
import { ROW_KIND_OF } from '../../../electron/speaking/batches/batch.ts';
import type { DocumentKind } from '../../../electron/speaking/documents/document.ts';
import { rowWord } from '../batches/line-words.ts';
import { linesWords } from '../text-rules.ts';

const KINDS: { readonly [K in DocumentKind]: string } = {
  txt: 'Text',
  md: 'Markdown',
  csv: 'Table',
  srt: 'Subtitles',
  vtt: 'Subtitles',
  docx: 'Word document',
  epub: 'E-book',
};
/** So many names are told; of more, how many. */
const MOST_NAMES = 4;

/** What the document is: `Table · 240 rows`. */
export function documentFacts(document: Pick<DraftView, 'kind' | 'lines'>): string {
  return `${KINDS[document.kind]} · ${countWords(document)}`;
}

/** How long it is, in its own words: `240 rows`, `1 cue`; `12 lines` of a text. */
export function countWords({ kind, lines }: Pick<DraftView, 'kind' | 'lines'>): string {
  const rowKind = ROW_KIND_OF[kind];
  if (rowKind === 'paragraph') return linesWords(lines);
  return `${lines.toLocaleString('en')} ${rowWord(rowKind, lines)}`;
}

/**
 * Who speaks, where a table names voices; empty where it names none. `known`: the names of the voices there are;
 * `voiceName`: who speaks the rest, undefined where none is chosen.
 */
export function documentVoices(
  named: readonly string[],
  { known, voiceName }: { readonly known: readonly string[]; readonly voiceName: string | undefined },
): string {
  if (named.length === 0) return '';
  const here = new Set(known.map((name) => name.toLowerCase()));
  const found = named.filter((name) => here.has(name.toLowerCase()));
  const missing = named.filter((name) => !here.has(name.toLowerCase()));
  const instead = voiceName === undefined ? 'the voice you choose' : voiceName;
  return [
    found.length > 0 ? `Spoken by ${names(found)}.` : '',
    missing.length > 0 ? `No voice here is called ${names(missing)}: ${instead} speaks instead.` : '',
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function names(all: readonly string[]): string {
  const told = all.slice(0, MOST_NAMES).join(', ');
  return all.length > MOST_NAMES ? `${told} and ${all.length - MOST_NAMES} more` : told;
}

/** How many documents come after this one: `2 more files follow.` */
export function followingWords(more: number): string {
  return more === 1 ? '1 more file follows.' : `${more.toLocaleString('en')} more files follow.`;
}
