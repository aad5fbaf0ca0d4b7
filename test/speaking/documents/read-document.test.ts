import { describe, expect, it } from 'vitest';
import { decodeText } from '../../../electron/speaking/documents/decode-text.ts';
import { DOCUMENT_LIMITS, type DocumentLine } from '../../../electron/speaking/documents/document.ts';
import { readDocument } from '../../../electron/speaking/documents/read-document.ts';
import { bookOf, packed, wordOf } from './make-documents.ts';
import { readMutated } from './mutate.ts';

describe('plain text', () => {
  it.each([
    ['UTF-8', [0x47, 0x72, 0xc3, 0xbc, 0xc3, 0x9f, 0x65]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0x47, 0x72, 0xc3, 0xbc, 0xc3, 0x9f, 0x65]],
    ['UTF-16, little end first, with a mark', [0xff, 0xfe, 0x47, 0, 0x72, 0, 0xfc, 0, 0xdf, 0, 0x65, 0]],
    ['UTF-16, big end first, with a mark', [0xfe, 0xff, 0, 0x47, 0, 0x72, 0, 0xfc, 0, 0xdf, 0, 0x65]],
    ['UTF-16 without a mark', [0x47, 0, 0x72, 0, 0xfc, 0, 0xdf, 0, 0x65, 0]],
    ['Latin-1', [0x47, 0x72, 0xfc, 0xdf, 0x65]],
  ])('is read from %s', (_name, bytes) => {
    expect(decodeText(new Uint8Array(bytes))).toBe('Grüße');
  });

  it('gives a line for each paragraph, with wrapped lines put together', async () => {
    const wrapped =
      'It was a dark and stormy night and the rain fell in torrents, except\r\nat occasional intervals.';
    expect(await lines('a.txt', `${wrapped}\r\n\r\nNext.\r\n---\r\n`)).toEqual([
      { text: wrapped.replace('\r\n', ' ') },
      { text: 'Next.' },
    ]);
  });
});

describe('tables', () => {
  it.each([
    [
      'commas and heads',
      'Voice,Text,File\nAda,"Hello, ""you""",one\n',
      [{ text: 'Hello, "you"', voice: 'Ada', fileName: 'one' }],
    ],
    [
      'semicolons without heads',
      'Hi there;Ada;one\nBye;Bob;two\n',
      [
        { text: 'Hi there', voice: 'Ada', fileName: 'one' },
        { text: 'Bye', voice: 'Bob', fileName: 'two' },
      ],
    ],
    [
      'tabs',
      'Hi, you\tAda\nBye, now, then\tBob\n',
      [
        { text: 'Hi, you', voice: 'Ada' },
        { text: 'Bye, now, then', voice: 'Bob' },
      ],
    ],
    [
      'line ends in quotes and empty rows',
      'text\n"One\ntwo"\n\n,,\nthree\n',
      [{ text: 'One\ntwo' }, { text: 'three' }],
    ],
  ])('with %s', async (_name, csv, expected) => {
    expect(await lines('a.csv', csv)).toEqual(expected);
  });

  it('refuses a row that never ends', async () => {
    const read = await readDocument(file('a.csv', `text\n"${'a,b\n'.repeat(300_000)}`));
    expect(read).toMatchObject({ ok: false, fault: { code: 'document-broken' } });
  });
});

describe('subtitles', () => {
  it('give a line for each cue, with its times and voice', async () => {
    const srt =
      '1\n00:00:01,000 --> 00:00:02,500\n<i>Hello</i>\nthere\n\n2\n00:01:03.5 --> 01:00:04,000\n{\\an8}Bye';
    expect(await lines('a.srt', srt)).toEqual([
      { text: 'Hello there', cue: { from: 1000, to: 2500 } },
      { text: 'Bye', cue: { from: 63_500, to: 3_604_000 } },
    ]);
    const vtt =
      'WEBVTT\n\nNOTE no\n\nintro\n00:01.000 --> 00:02.000 align:start\n<v.loud Ada>A &amp; B</v>\n';
    expect(await lines('a.vtt', vtt)).toEqual([
      { text: 'A & B', voice: 'Ada', cue: { from: 1000, to: 2000 } },
    ]);
  });
});

describe('Markdown', () => {
  it('gives what is to be spoken, under its chapters', async () => {
    const md =
      '---\nlayout: x\n---\n# The *sea*\n\nIt was **very** `blue`,\nsee [here](https://x.org) ![alt](a.png).\n\n```\ncode\n```\n- one\n- [x] two\n> said\n\nSecond\n------\n| a | b |\n|---|---|\n2 * 3 * 4 snake_case_word';
    expect(await lines('a.md', md)).toEqual([
      { text: 'The sea', chapter: 'The sea' },
      { text: 'It was very blue, see here alt.', chapter: 'The sea' },
      { text: 'one', chapter: 'The sea' },
      { text: 'two said', chapter: 'The sea' },
      { text: 'Second', chapter: 'Second' },
      { text: 'a, b', chapter: 'Second' },
      { text: '2 * 3 * 4 snake_case_word', chapter: 'Second' },
    ]);
  });
});

describe('Word documents', () => {
  it('give their paragraphs and headings, without what is deleted or there twice', async () => {
    const word = wordOf(
      '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>One &amp; all</w:t></w:r></w:p>' +
        '<w:p><w:r><w:t xml:space="preserve">It </w:t></w:r><w:del><w:r><w:delText>was</w:delText><w:t>was</w:t></w:r></w:del><w:r><w:t>is</w:t><w:tab/><w:t>so</w:t></w:r></w:p>' +
        '<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>Box</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>',
    );
    expect(await lines('a.docx', word)).toEqual([
      { text: 'One & all', chapter: 'One & all' },
      { text: 'It is so', chapter: 'One & all' },
      { text: 'Box', chapter: 'One & all' },
    ]);
  });

  it('with a password are told apart', async () => {
    expect(await code('a.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1]))).toBe('document-locked');
  });
});

describe('books', () => {
  const page = (body: string) =>
    `<html><head><title>x</title><style>p{}</style></head><body>${body}</body></html>`;
  it('give their pages in order, headings as chapters, without contents and marks for notes', async () => {
    const book = bookOf([
      page('<nav>Contents</nav>'),
      page('<h1>One</h1><p>It began<a epub:type="noteref">1</a>.<br/>So&nbsp;it did.</p>'),
      page('<p>It <em>went</em> on. <ruby>東京<rt>とうきょう</rt></ruby></p><h2>Two</h2><p>End</p>'),
    ]);
    const read = await readDocument(file('a.epub', book));
    expect(read).toMatchObject({ ok: true, value: { kind: 'epub', title: 'Ada & the sea', language: 'en' } });
    expect(read.ok && read.value.lines).toEqual([
      { text: 'One', chapter: 'One' },
      { text: 'It began. So it did.', chapter: 'One' },
      { text: 'It went on. 東京', chapter: 'One' },
      { text: 'Two', chapter: 'Two' },
      { text: 'End', chapter: 'Two' },
    ]);
  });

  it('with copy protection are refused, with scrambled fonts read', async () => {
    const encrypted = (way: string) => ({
      'META-INF/encryption.xml': `<e><EncryptionMethod Algorithm="${way}"/></e>`,
    });
    const pages = [page(''), page('<p>Text</p>')];
    expect(
      await code('a.epub', bookOf(pages, encrypted('http://www.w3.org/2001/04/xmlenc#aes128-cbc'))),
    ).toBe('document-locked');
    expect(await code('a.epub', bookOf(pages, encrypted('http://www.idpf.org/2008/embedding')))).toBe('read');
  });
});

describe('what cannot be read', () => {
  const bomb = () => packed({ 'word/document.xml': new Uint8Array(15_000_000) });
  it.each([
    ['an unknown kind', 'a.pdf', '%PDF-1.7\u0001\u0002', 'document-unknown'],
    ['a package under another name', 'a.txt', packed({ a: 'b' }), 'document-unknown'],
    ['a Word document that is none', 'a.docx', 'text', 'document-broken'],
    ['a package without a page', 'a.epub', packed({ a: 'b' }), 'document-broken'],
    ['nothing to say', 'a.txt', '--- … ---', 'document-empty'],
    ['nothing at all', 'a.csv', '', 'document-empty'],
    ['a file that grows too much', 'a.docx', bomb(), 'document-too-large'],
    ['elements inside one another without end', 'a.docx', wordOf('<w:p>'.repeat(2000)), 'document-broken'],
    ['more text than the Bible', 'a.txt', 'word '.repeat(1_100_000), 'document-too-large'],
    ['a line of 50 MB', 'a.txt', new Uint8Array(50_000_000).fill(97), 'document-too-large'],
    [
      'a file of more than 50 MB',
      'a.txt',
      new Uint8Array(DOCUMENT_LIMITS.fileBytes + 1),
      'document-too-large',
    ],
  ])('%s is refused', async (_name, name, content, expected) => {
    expect(await code(name, content)).toBe(expected);
  });

  it('a package that lies about its sizes is refused before it fills the memory', async () => {
    const zip = packed({ 'word/document.xml': new Uint8Array(15_000_000) });
    const view = new DataView(zip.buffer, zip.byteOffset);
    const central = findSignature(view, 0x02014b50);
    view.setUint32(central + 24, 1000, true);
    expect(await code('a.docx', zip)).toBe('document-broken');
  });

  it('a few hundred damaged documents are read or refused, and nothing else', async () => {
    const { read, refused } = await readMutated(300, 7);
    expect(read).toBeGreaterThan(50);
    expect(read + Object.values(refused).reduce((sum, count) => sum + count, 0)).toBe(300);
    for (const code of Object.keys(refused)) expect(code).toMatch(/^document-/);
  });
});

function file(name: string, content: string | Uint8Array) {
  return { name, bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content };
}

async function lines(name: string, content: string | Uint8Array): Promise<readonly DocumentLine[]> {
  const read = await readDocument(file(name, content));
  if (!read.ok) throw new Error(read.fault.code);
  return read.value.lines;
}

async function code(name: string, content: string | Uint8Array): Promise<string> {
  const read = await readDocument(file(name, content));
  return read.ok ? 'read' : read.fault.code;
}

function findSignature(view: DataView, signature: number): number {
  for (let at = 0; at < view.byteLength - 4; at++) if (view.getUint32(at, true) === signature) return at;
  throw new Error('no such record');
}
