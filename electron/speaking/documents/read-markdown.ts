import type { DocumentLine } from './document.ts';

/** The longest row in which marks are looked for, in characters; a longer one is read as it stands. */
const ROW = 20_000;

/**
 * The paragraphs, headings and items of Markdown as lines to be spoken: without code, tables' rules, links' addresses,
 * images and marks of emphasis. A heading is the chapter of what follows it.
 */
export function readMarkdown(text: string): readonly DocumentLine[] {
  const lines: DocumentLine[] = [];
  let chapter: string | undefined;
  let paragraph: string[] = [];
  let fence: string | undefined;
  const close = (): void => {
    const spoken = inline(paragraph.join(' '));
    if (spoken) lines.push({ text: spoken, ...(chapter !== undefined && { chapter }) });
    paragraph = [];
  };
  for (const row of withoutFrontMatter(text).split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(row)?.[1];
    if (mark && (fence === undefined || mark.startsWith(fence))) {
      close();
      fence = fence === undefined ? mark : undefined;
      continue;
    }
    if (fence !== undefined) continue;
    const heading = /^ {0,3}#{1,6}\s+(.*?)[\s#]*$/.exec(row.slice(0, ROW))?.[1];
    const isUnderline = paragraph.length > 0 && /^ {0,3}(?:=+|-+)\s*$/.test(row);
    if (heading !== undefined || isUnderline) {
      if (!isUnderline) close();
      chapter = inline(heading ?? paragraph.join(' '));
      paragraph = [chapter];
      close();
    } else if (isBlank(row)) close();
    else {
      const item = /^\s*(?:[-*+]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?(.*)$/.exec(row)?.[1];
      if (item !== undefined) close();
      paragraph.push((item ?? row).replace(/^\s*(?:>\s?)+/, '').trim());
    }
  }
  close();
  return lines;
}

/** Settings between two `---` at the very beginning, as site builders write them. */
function withoutFrontMatter(text: string): string {
  if (!text.startsWith('---\n')) return text;
  const end = text.indexOf('\n---\n', 3);
  return end === -1 ? text : text.slice(end + 5);
}

/** Nothing, a rule, or the line below a table's heads. */
function isBlank(row: string): boolean {
  return (
    /^[\s>]*$/.test(row) || /^\s*(?:[-*_|:]\s*){3,}$/.test(row.slice(0, 500)) || /^\s*<!--.*-->\s*$/.test(row)
  );
}

function inline(text: string): string {
  if (text.length > ROW) return text.trim();
  return text
    .replace(/!\[([^\]]{0,1000})\]\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)/g, '$1')
    .replace(/\[([^\]]{1,1000})\](?:\([^()\s]{0,2000}(?:\s+"[^"]{0,500}")?\)|\[[^\]]{0,200}\])/g, '$1')
    .replace(/<(https?:\/\/[^<>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>]{0,500}>/g, '')
    .replace(/(`+)([^`]{1,2000})\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}\\])(\*{1,3}|_{1,3}|~~)(?=\S)([^*_~]{1,5000}?\S|\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/\\([\\`*_{}[\]()#+\-.!>~|])/g, '$1')
    .replace(/\s*\|\s*/g, ', ')
    .replace(/^, |, $/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
