import type { BatchView } from '../../../electron/contract/calls.ts';
import { waitWords } from './state-words.ts';

type Progress = Pick<BatchView, 'lines' | 'counts' | 'held'>;

/** How many of its lines are still to be spoken. */
export function linesLeft({ counts }: Pick<BatchView, 'counts'>): number {
  return counts.waiting + counts.running;
}

/** How far a batch is, in one line: `3 of 12 · waiting for the network`. */
export function batchWords(batch: Progress, isPaused: boolean): string {
  const doing = doingWords(batch, isPaused);
  const figure = (count: number) => count.toLocaleString('en');
  const { lines, counts } = batch;
  if (doing === null && counts.done === lines) return lines === 1 ? '1 line' : `${figure(lines)} lines`;
  const far = `${figure(counts.done)} of ${figure(lines)}`;
  return doing === null ? far : `${far}\u00a0· ${doing}`;
}

function doingWords({ counts, held }: Progress, isPaused: boolean): string | null {
  if (counts.running > 0) return 'speaking';
  if (counts.waiting > 0) return isPaused ? 'paused' : waitWords(held?.why ?? 'turn');
  if (counts.failed > 0) return `${counts.failed.toLocaleString('en')} did not work`;
  return counts.canceled > 0 ? 'canceled' : null;
}
