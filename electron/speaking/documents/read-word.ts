import { fail, ok, type Result } from '../../result.ts';
import type { DocumentFaultCode, DocumentLine } from './document.ts';
import { type MarkupReader, readMarkup } from './markup.ts';
import { unzip } from './unzip.ts';

const BODY = 'word/document.xml';
/** Names of heading styles as Word writes them in its languages (`Heading1`, `berschrift1`, `Titre1`, `Ttulo1`). */
const HEADING_STYLE =
  /^(?:heading|title|.?berschrift|titre|titolo|t.?tulo|kop|rubrik|overskrift|otsikko|naglowek|nadpis)/i;
/** Text that is crossed out, and second copies of what older versions cannot show. */
const SILENT = new Set(['del', 'movefrom', 'fallback']);

/** The paragraphs of a Word document (ECMA-376, WordprocessingML); headings become chapters. */
export async function readWord(
  bytes: Uint8Array,
): Promise<Result<readonly DocumentLine[], DocumentFaultCode>> {
  // Under a password Word writes its older kind of file, as it does for .doc.
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return fail('document-locked');
  const files = await unzip(bytes, (name) => name === BODY);
  if (!files.ok) return files;
  const body = files.value.get(BODY);
  if (!body) return fail('document-broken', { detail: `no ${BODY} in it` });
  const page = createBody();
  const read = await readMarkup(new TextDecoder().decode(body), { xml: true, reader: page });
  return read.ok ? ok(page.lines) : read;
}

function createBody(): MarkupReader & { readonly lines: DocumentLine[] } {
  const lines: DocumentLine[] = [];
  let line: string[] = [];
  let chapter: string | undefined;
  let isHeading = false;
  let isText = false;
  let silent = 0;
  const endParagraph = (): void => {
    const text = line.join('').replace(/\s+/gu, ' ').trim();
    line = [];
    if (text && isHeading) chapter = text;
    if (text) lines.push({ text, ...(chapter !== undefined && { chapter }) });
    isHeading = false;
  };
  return {
    lines,
    open(name, attributes) {
      if (SILENT.has(name)) silent++;
      if (silent > 0) return;
      if (name === 't') isText = true;
      if (name === 'tab' || name === 'br' || name === 'cr') line.push(' ');
      if (name === 'nobreakhyphen') line.push('-');
      if (name === 'pstyle') isHeading = HEADING_STYLE.test(attributes['w:val'] ?? '');
      if (name === 'outlinelvl') isHeading = true;
    },
    text(text) {
      if (isText && silent === 0) line.push(text);
    },
    close(name) {
      if (SILENT.has(name)) silent--;
      if (name === 't') isText = false;
      if (name === 'p' && silent === 0) endParagraph();
    },
  };
}
