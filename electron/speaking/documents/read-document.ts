import { fail, ok, type Result } from '../../result.ts';
import { SPEAKABLE } from '../text/sentence-ends.ts';
import { decodeText } from './decode-text.ts';
import {
  DOCUMENT_KINDS,
  DOCUMENT_LIMITS,
  type DocumentFaultCode,
  type DocumentKind,
  type SpokenDocument,
} from './document.ts';
import { readBook } from './read-book.ts';
import { readMarkdown } from './read-markdown.ts';
import { readPlain } from './read-plain.ts';
import { readSubtitles } from './read-subtitles.ts';
import { readTable } from './read-table.ts';
import { readWord } from './read-word.ts';

const OTHER_ENDINGS: Readonly<Record<string, DocumentKind>> = { text: 'txt', markdown: 'md', tsv: 'csv' };

/**
 * The lines of a document to have spoken. Its kind is told by its name's ending; one with an unknown ending is read as
 * plain text where it looks like text. Lines without a letter or digit are left out. Nothing is cut off: what is over a
 * limit is refused. Never throws, whatever the bytes are.
 */
export async function readDocument(file: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<Result<SpokenDocument, DocumentFaultCode>> {
  const { name, bytes } = file;
  const withName = (refused: Result<never, DocumentFaultCode>): Result<never, DocumentFaultCode> =>
    refused.ok
      ? refused
      : fail(refused.fault.code, { ...refused.fault, facts: { name, ...refused.fault.facts } });
  if (bytes.length > DOCUMENT_LIMITS.fileBytes)
    return withName(
      fail('document-too-large', { facts: { limit: `${DOCUMENT_LIMITS.fileBytes / 1e6} MB` } }),
    );
  const kind = kindOf(name, bytes);
  if (!kind) return withName(fail('document-unknown'));
  const read = await readAs(kind, bytes);
  if (!read.ok) return withName(read);
  const checked = withinLimits({ ...read.value, kind });
  return checked.ok ? checked : withName(checked);
}

function kindOf(name: string, bytes: Uint8Array): DocumentKind | undefined {
  const ending = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const kind = DOCUMENT_KINDS.find((known) => known === ending) ?? OTHER_ENDINGS[ending];
  const isPackage = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (kind === 'docx' || kind === 'epub') return kind;
  if (isPackage) return undefined;
  return kind ?? (looksLikeText(bytes) ? 'txt' : undefined);
}

/** No controls in the first 4 KB but those of text; UTF-16 is known by its mark. */
function looksLikeText(bytes: Uint8Array): boolean {
  const hasMark = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  return (
    hasMark || bytes.subarray(0, 4096).every((byte) => byte >= 32 || (byte >= 8 && byte <= 13) || byte === 27)
  );
}

type Read = Promise<Result<Omit<SpokenDocument, 'kind'>, DocumentFaultCode>>;

async function readAs(kind: DocumentKind, bytes: Uint8Array): Read {
  if (kind === 'epub') return readBook(bytes);
  if (kind === 'docx') return withLines(await readWord(bytes));
  const { characters } = DOCUMENT_LIMITS;
  const text = decodeText(bytes);
  // Judged before it is taken apart: most of the marks of subtitles and tables go, but not nine parts of ten.
  if (text.length > characters * 4) return tooLong();
  switch (kind) {
    case 'csv':
      return withLines(readTable(text));
    case 'srt':
    case 'vtt':
      return ok({ lines: readSubtitles(text) });
    case 'md':
      return ok({ lines: readMarkdown(text) });
    case 'txt':
      return ok({ lines: readPlain(text) });
  }
}

function withLines(read: Result<SpokenDocument['lines'], DocumentFaultCode>): Awaited<Read> {
  return read.ok ? ok({ lines: read.value }) : read;
}

function withinLimits(document: SpokenDocument): Result<SpokenDocument, DocumentFaultCode> {
  const lines = document.lines.filter(({ text }) => SPEAKABLE.test(text));
  if (lines.length === 0) return fail('document-empty');
  const characters = lines.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > DOCUMENT_LIMITS.characters || lines.length > DOCUMENT_LIMITS.lines) return tooLong();
  return ok({ ...document, lines });
}

function tooLong(): Result<never, DocumentFaultCode> {
  const { characters, lines } = DOCUMENT_LIMITS;
  return fail('document-too-large', {
    facts: { limit: `${characters / 1e6} million characters, ${lines} lines` },
  });
}
