import { Parser } from 'htmlparser2';
import { fail, ok, type Result } from '../../result.ts';
import type { DocumentFaultCode } from './document.ts';

/** Elements inside one another; real documents stay under 100, and a closing one is searched for in all of them. */
const DEPTH = 500;
/** Characters parsed at a stretch, so that the thread is free in between. */
const STRETCH = 200_000;

export interface MarkupReader {
  /** `name` without its namespace's prefix, in small letters. */
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** Reads XML or HTML from beginning to end; only one that is nested too deeply fails (`document-broken`). */
export async function readMarkup(
  markup: string,
  { xml, reader }: { readonly xml: boolean; readonly reader: MarkupReader },
): Promise<Result<void, DocumentFaultCode>> {
  let depth = 0;
  let deepest = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth++;
        deepest = Math.max(deepest, depth);
        if (deepest <= DEPTH) reader.open(localName(name), attributes);
        else parser.pause();
      },
      ontext: (text) => reader.text(text),
      onclosetag(name) {
        depth--;
        reader.close(localName(name));
      },
    },
    { xmlMode: xml, decodeEntities: true, recognizeSelfClosing: true, lowerCaseTags: true },
  );
  for (let at = 0; at < markup.length && deepest <= DEPTH; at += STRETCH) {
    if (at > 0) await new Promise<void>((resolve) => setImmediate(resolve));
    parser.write(markup.slice(at, at + STRETCH));
  }
  if (deepest > DEPTH)
    return fail('document-broken', { detail: `more than ${DEPTH} elements inside one another` });
  parser.end();
  return ok(undefined);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
