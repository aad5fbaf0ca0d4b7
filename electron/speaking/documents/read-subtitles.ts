import type { DocumentLine } from './document.ts';

/** `00:01:02,500 --> 00:01:04.000`, hours optional (SubRip; WebVTT, W3C). */
const TIMES =
  /^\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})\s*-->\s*(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})/;

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': ' ',
  '&lrm;': '',
  '&rlm;': '',
};

/**
 * The cues of SRT or WebVTT, each a line with its times; without styles, notes and marks. A voice (`<v Ada>`) is kept.
 * Whatever has no times above it is passed over, as players do.
 */
export function readSubtitles(text: string): readonly DocumentLine[] {
  const rows = text.split('\n');
  const lines: DocumentLine[] = [];
  for (let i = 0; i < rows.length; i++) {
    const times = TIMES.exec((rows[i] ?? '').slice(0, 200));
    if (!times) continue;
    const cueRows: string[] = [];
    while (i + 1 < rows.length && !endsCue(rows, i + 1)) cueRows.push(rows[++i] ?? '');
    const cue = cueRows.join('\n');
    const voice = /<v(?:\.[^\s>]{1,100})?\s+([^>\n]{1,200})>/.exec(cue)?.[1]?.trim();
    lines.push({ text: spokenOf(cue), ...(voice && { voice }), cue: timesOf(times) });
  }
  return lines;
}

/** A blank row, the next times, or the number above them where the blank row was forgotten. */
function endsCue(rows: readonly string[], at: number): boolean {
  const row = rows[at] ?? '';
  if (row.trim() === '' || TIMES.test(row.slice(0, 200))) return true;
  return /^\s*\d{1,9}\s*$/.test(row) && TIMES.test((rows[at + 1] ?? '').slice(0, 200));
}

function timesOf(found: RegExpExecArray): { from: number; to: number } {
  const [h1, m1, s1, f1, h2, m2, s2, f2] = found.slice(1).map((part) => part ?? '0');
  const from = milliseconds(h1, m1, s1, f1);
  return { from, to: Math.max(from, milliseconds(h2, m2, s2, f2)) };
}

function milliseconds(...[h = '0', m = '0', s = '0', fraction = '0']: (string | undefined)[]): number {
  return ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Number(fraction.padEnd(3, '0'));
}

function spokenOf(cue: string): string {
  return cue
    .replace(/<[^<>]{0,300}>|\{\\[^{}]{0,100}\}/g, '')
    .replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (entity) => ENTITIES[entity] ?? '')
    .replace(/\s*\n\s*/g, ' ')
    .trim();
}
