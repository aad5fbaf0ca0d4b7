import type { BatchView } from '../../contract/calls.ts';
import { faultWords } from '../../contract/fault-words.ts';

const figure = (count: number) => count.toLocaleString('en');
const linesWords = (count: number) => (count === 1 ? '1 line' : `${figure(count)} lines`);

/** What is told when nothing of a batch is left to do: `All 12 lines are spoken.`, `10 of 12 lines are spoken. 2 need you.` */
export function endWords({ lines, counts }: Pick<BatchView, 'lines' | 'counts'>): string {
  if (counts.failed === 0)
    return lines === 1 ? 'It is spoken.' : `All ${linesWords(counts.done)} are spoken.`;
  const need = counts.failed === 1 ? '1 needs you' : `${figure(counts.failed)} need you`;
  return `${figure(counts.done)} of ${linesWords(lines)} are spoken. ${need}.`;
}

/** What is told when a batch waits for a person: why, and what is left of it. */
export function heldWords({ counts, held }: Pick<BatchView, 'counts' | 'held'>): string {
  const left = counts.waiting + counts.running;
  const why = held?.fault ? faultWords(held.fault).happened : 'It waits for you.';
  return `${why} ${linesWords(left)} ${left === 1 ? 'is' : 'are'} left.`;
}
