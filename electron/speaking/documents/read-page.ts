import { ok, type Result } from '../../result.ts';
import type { DocumentFaultCode, DocumentLine } from './document.ts';
import { type MarkupReader, readMarkup } from './markup.ts';

/** Elements of HTML that go on inside a line; all others end it. */
const INLINE = new Set(
  'a abbr b bdi bdo big cite code data del dfn em font i img ins kbd mark q rb ruby s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
);
/** Not for the ear: what is between them is left out. `rt` and `rp` say a word's reading again. */
const SILENT = new Set(
  'head script style template svg math nav audio video object rt rp noscript iframe'.split(' '),
);
const HEADING = /^h[1-6]$/;

/** The lines of an HTML page; what stands under a heading has it as its chapter. */
export async function readPage(markup: string): Promise<Result<readonly DocumentLine[], DocumentFaultCode>> {
  const page = createPage();
  const read = await readMarkup(markup, { xml: false, reader: page });
  return read.ok ? ok(page.lines()) : read;
}

function createPage(): MarkupReader & { lines(): readonly DocumentLine[] } {
  const lines: DocumentLine[] = [];
  let line: string[] = [];
  let chapter: string | undefined;
  /** Names of the silent elements that are open. */
  const silent: string[] = [];

  const end = (isHeading = false): void => {
    const text = line.join('').replace(/\s+/gu, ' ').trim();
    line = [];
    if (!text) return;
    if (isHeading) chapter = text;
    lines.push({ text, ...(chapter !== undefined && { chapter }) });
  };
  return {
    open(name, attributes) {
      if (SILENT.has(name) || isNoteMark(name, attributes)) silent.push(name);
      if (silent.length > 0) return;
      if (name === 'br') line.push(' ');
      else if (!INLINE.has(name)) end();
    },
    text(text) {
      if (silent.length === 0) line.push(text);
    },
    close(name) {
      if (silent.length > 0) {
        if (silent.at(-1) === name) silent.pop();
        return;
      }
      if (!INLINE.has(name) && name !== 'br') end(HEADING.test(name));
    },
    lines() {
      end();
      return lines;
    },
  };
}

/** The small number that leads to a note. */
function isNoteMark(name: string, attributes: Readonly<Record<string, string>>): boolean {
  return name === 'a' && (attributes['epub:type'] === 'noteref' || attributes['role'] === 'doc-noteref');
}
