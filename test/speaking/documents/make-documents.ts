import { strToU8, zipSync } from 'fflate';

/** A package of these files, as Word and book makers write them. */
export function packed(files: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, content]) => [
        name,
        typeof content === 'string' ? strToU8(content) : content,
      ]),
    ),
    { mtime: '2026-01-01' },
  );
}

/** A Word document with this inside its body. */
export function wordOf(body: string): Uint8Array {
  const document = `<?xml version="1.0"?><w:document xmlns:w="x"><w:body>${body}</w:body></w:document>`;
  return packed({ '[Content_Types].xml': '<Types/>', 'word/document.xml': document });
}

/** A book of these pages; the first one is its table of contents. */
export function bookOf(pages: readonly string[], more: Readonly<Record<string, string>> = {}): Uint8Array {
  const items = pages
    .map((_, i) => `<item id="p${i}" href="text/page%20${i}.xhtml"${i === 0 ? ' properties="nav"' : ''}/>`)
    .join('');
  const order = pages.map((_, i) => `<itemref idref="p${i}"/>`).join('');
  return packed({
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<package><metadata><dc:title>Ada &amp; the sea</dc:title><dc:language>en</dc:language></metadata><manifest>${items}</manifest><spine>${order}</spine></package>`,
    ...Object.fromEntries(pages.map((page, i) => [`OEBPS/text/page ${i}.xhtml`, page])),
    ...more,
  });
}

/** One sound document of each kind, to be damaged. */
export const SAMPLES: Readonly<Record<string, Uint8Array>> = {
  'a.txt': strToU8('One line.\n\nAnother — with “marks”, 3.14 and 😀.\n[pause 1s]\n'),
  'a.csv': strToU8('text;voice;file name\n"Hello; ""you""";Ada;one\nSecond row;Bob;two\n'),
  'a.srt': strToU8(
    '1\n00:00:01,000 --> 00:00:02,500\nHello <i>there</i>\n\n2\n00:00:03,000 --> 00:00:04,000\nBye\n',
  ),
  'a.vtt': strToU8('WEBVTT\n\n00:01.000 --> 00:02.500 align:start\n<v Ada>Hello &amp; you\n'),
  'a.md': strToU8('# Head\n\nSome *text* with a [link](https://example.org).\n\n```\ncode\n```\n- item\n'),
  'a.docx': wordOf(
    '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Head</w:t></w:r></w:p><w:p><w:r><w:t>Text</w:t></w:r></w:p>',
  ),
  'a.epub': bookOf(['<nav>Contents</nav>', '<html><body><h1>One</h1><p>It began.</p></body></html>']),
};
