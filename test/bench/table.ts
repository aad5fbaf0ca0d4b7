import { type Figure, isMet, summarize } from './figure.ts';

const HEAD = ['figure', 'runs', 'median', 'min – max', 'target', 'met'] as const;
/** The first and the last column are words, those between are numbers. */
const WORDS = [0, HEAD.length - 1];

/** The figures as lines of text, one figure a line below a head, columns aligned. */
export function tableOf(figures: readonly Figure[]): string {
  const rows = [HEAD, ...figures.map(rowOf)];
  const widths = HEAD.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return WORDS.includes(column) ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  const [head, ...body] = rows.map(line);
  return [head, widths.map((width) => '─'.repeat(width)).join('  '), ...body].join('\n');
}

function rowOf(figure: Figure): readonly string[] {
  const { name, unit, values, target } = figure;
  const summary = summarize(values);
  const met = isMet(figure);
  const bound = target && ('atMost' in target ? `≤ ${target.atMost}` : `≥ ${target.atLeast}`);
  return [
    name,
    String(values.length),
    summary ? withUnit(inDigits(summary.median), unit) : '–',
    summary ? `${inDigits(summary.lowest)} – ${inDigits(summary.highest)}` : '–',
    bound ? `${target.everyRun ? 'all ' : ''}${withUnit(bound, unit)}` : '',
    met === undefined ? '' : met ? 'yes' : 'NO',
  ];
}

/** Three digits that say something, as far as there are any; a whole number stays whole. */
function inDigits(value: number): string {
  if (Number.isInteger(value)) return String(value);
  const size = Math.abs(value);
  // A correlation just below 1 would read as 1.
  if (size > 0.99 && size < 1) return value.toFixed(6);
  return value.toFixed(size >= 100 ? 0 : size >= 10 ? 1 : 2);
}

function withUnit(text: string, unit: string): string {
  return unit === '' || unit === '×' ? `${text}${unit}` : `${text} ${unit}`;
}
