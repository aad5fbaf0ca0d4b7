import { fail, ok, type Result } from '../../result.ts';
import { decodeText } from './decode-text.ts';
import type { DocumentFaultCode, DocumentLine, SpokenDocument } from './document.ts';
import { readMarkup } from './markup.ts';
import { readPage } from './read-page.ts';
import { unzip } from './unzip.ts';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
/** Scrambled fonts are no copy protection (EPUB 3.3, Font obfuscation; Adobe's own way). */
const FONTS_ONLY = ['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC'];

interface Spine {
  readonly title?: string;
  readonly language?: string;
  /** Names of the pages in the package, in reading order. */
  readonly pages: readonly string[];
}

/** The text of an EPUB in reading order (EPUB 3.3 and 2), its headings as chapters. Copy protection: `document-locked`. */
export async function readBook(
  bytes: Uint8Array,
): Promise<Result<Omit<SpokenDocument, 'kind'>, DocumentFaultCode>> {
  const files = await unzip(bytes, (name) => /(?:\.(?:x?html?|xml|opf))$/i.test(name));
  if (!files.ok) return files;
  const file = (name: string) => {
    const found = files.value.get(name);
    return found && decodeText(found);
  };
  if (await isLocked(file(ENCRYPTION) ?? '')) return fail('document-locked');
  const opfName = await packageName(file(CONTAINER) ?? '');
  const spine = await readSpine(file(opfName ?? '') ?? '', opfName ?? '');
  if (spine.pages.length === 0) return fail('document-broken', { detail: 'no list of pages in it' });
  const lines: DocumentLine[] = [];
  for (const page of spine.pages) {
    const read = await readPage(file(page) ?? '');
    if (!read.ok) return read;
    const before = lines.at(-1)?.chapter;
    // A chapter may go on in the next file.
    for (const line of read.value)
      lines.push(line.chapter === undefined && before !== undefined ? { ...line, chapter: before } : line);
  }
  const { title, language } = spine;
  return ok({ lines, ...(title && { title }), ...(language && { language }) });
}

async function isLocked(encryption: string): Promise<boolean> {
  let isLocked = false;
  await readMarkup(encryption, {
    xml: true,
    reader: reading((name, attributes) => {
      if (name === 'encryptionmethod' && !FONTS_ONLY.includes(attributes['Algorithm'] ?? '')) isLocked = true;
    }),
  });
  return isLocked;
}

async function packageName(container: string): Promise<string | undefined> {
  let found: string | undefined;
  await readMarkup(container, {
    xml: true,
    reader: reading((name, attributes) => {
      if (name === 'rootfile') found ??= attributes['full-path'];
    }),
  });
  return found;
}

async function readSpine(opf: string, opfName: string): Promise<Spine> {
  const items = new Map<string, string>();
  const order: string[] = [];
  const told = { title: '', language: '' };
  let inside: 'title' | 'language' | undefined;
  await readMarkup(opf, {
    xml: true,
    reader: {
      open(name, attributes) {
        if (name === 'title' || name === 'language') inside = told[name] === '' ? name : undefined;
        const { id = '', href = '', properties = '' } = attributes;
        // The table of contents repeats the headings.
        if (name === 'item' && !properties.split(' ').includes('nav')) items.set(id, href);
        if (name === 'itemref' && attributes['linear'] !== 'no') order.push(attributes['idref'] ?? '');
      },
      text(text) {
        if (inside) told[inside] += text;
      },
      close() {
        inside = undefined;
      },
    },
  });
  const pages = order.flatMap((id) => {
    const href = items.get(id);
    return href === undefined ? [] : [inPackage(opfName, href)];
  });
  return { title: told.title.trim(), language: told.language.trim(), pages };
}

/** Where a page lies that the list names relative to itself. */
function inPackage(opfName: string, href: string): string {
  const path = decoded(href.split('#')[0] ?? '');
  const parts = opfName.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decoded(href: string): string {
  try {
    return decodeURIComponent(href);
  } catch {
    return href;
  }
}

function reading(open: (name: string, attributes: Readonly<Record<string, string>>) => void) {
  return { open, text: () => undefined, close: () => undefined };
}
