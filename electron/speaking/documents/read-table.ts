import { parse } from 'csv-parse/sync';
import { fail, ok, type Result } from '../../result.ts';
import type { DocumentFaultCode, DocumentLine } from './document.ts';

/** The longest row, in characters: a quotation mark that is never closed would swallow the file. */
const ROW_CHARACTERS = 1_000_000;

/** Words in the first row that say what a column holds, in small letters. */
const HEADS = {
  text: [
    'text',
    'line',
    'sentence',
    'script',
    'content',
    'texte',
    'texto',
    'testo',
    'satz',
    'zeile',
    '文本',
    'テキスト',
  ],
  voice: ['voice', 'speaker', 'character', 'stimme', 'sprecher', 'voix', 'voz', 'voce', '声', '音声'],
  fileName: [
    'file',
    'filename',
    'file name',
    'file_name',
    'name',
    'id',
    'datei',
    'dateiname',
    'fichier',
    'archivo',
  ],
} as const;

type Column = keyof typeof HEADS;

/**
 * The rows of a table (RFC 4180, also with semicolons or tabs): text, voice, file name in this order, or as a first row
 * with those words says. A table of one column needs no quotes.
 */
export function readTable(text: string): Result<readonly DocumentLine[], DocumentFaultCode> {
  const rows = parseRows(text, delimiterOf(text));
  if (!rows.ok) return rows;
  const [first = []] = rows.value;
  const named = columnsOf(first);
  const columns = named ?? { text: 0, voice: 1, fileName: 2 };
  return ok((named ? rows.value.slice(1) : rows.value).map((row) => toLine(row, columns)));
}

/** The mark that stands as often in each of the first rows, outside quotes; a comma where none does. */
function delimiterOf(text: string): string {
  const start = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '""');
  const rows = start
    .split('\n')
    .filter((row) => row.trim() !== '')
    .slice(0, 20);
  const score = (mark: string): number => {
    const counts = rows.map((row) => row.split(mark).length - 1);
    const [first = 0] = counts;
    return first === 0 ? 0 : counts.filter((count) => count === first).length / counts.length;
  };
  const [best = ','] = ['\t', ';', ','].sort((a, b) => score(b) - score(a));
  return score(best) > 0 ? best : ',';
}

function parseRows(text: string, delimiter: string): Result<readonly string[][], DocumentFaultCode> {
  try {
    const rows = parse(text, {
      delimiter,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      max_record_size: ROW_CHARACTERS,
    });
    return ok(rows);
  } catch (error) {
    const detail = error instanceof Error ? error.message.slice(0, 200) : 'csv';
    return fail('document-broken', { detail });
  }
}

/** Which column is what, where the first row is a row of heads; undefined where it is a line like the others. */
function columnsOf(row: readonly string[]): Readonly<Record<Column, number>> | undefined {
  const heads = row.map((cell) => cell.trim().toLowerCase());
  const find = (column: Column) =>
    heads.findIndex((head) => (HEADS[column] as readonly string[]).includes(head));
  const columns = { text: find('text'), voice: find('voice'), fileName: find('fileName') };
  return columns.text === -1 ? undefined : columns;
}

function toLine(row: readonly string[], columns: Readonly<Record<Column, number>>): DocumentLine {
  const cell = (column: Column): string => row[columns[column]]?.trim() ?? '';
  return {
    text: cell('text'),
    ...(cell('voice') && { voice: cell('voice') }),
    ...(cell('fileName') && { fileName: cell('fileName') }),
  };
}
