import type { BatchView } from '../../../electron/contract/calls.ts';
import { waitStateWords, waitWords } from './state-words.ts';

type Progress = Pick<BatchView, 'lines' | 'counts' | 'held'>;

/** How many of its lines are still to be spoken. */
export function linesLeft({ counts }: Pick<BatchView, 'counts'>): number {
  return counts.waiting + counts.running;
}

const figure = (count: number) => count.toLocaleString('en');

/** What of a batch is still to be spoken: `9 lines are left, 1,240 characters.` */
export function leftWords(batch: Pick<BatchView, 'counts' | 'leftCharacters'>): string {
  const lines = linesLeft(batch);
  const characters = batch.leftCharacters === undefined ? '' : `, ${figure(batch.leftCharacters)} characters`;
  return `${lines === 1 ? '1 line is' : `${figure(lines)} lines are`} left${characters}.`;
}

/**
 * How far a batch is, in one line: `3 of 12 · waiting for the network since 14:05`. `now` in milliseconds since 1970.
 */
export function batchWords(batch: Progress, isPaused: boolean, now: number): string {
  const doing = doingWords(batch, isPaused, now);
  const { lines, counts } = batch;
  if (doing === null && counts.done === lines) return lines === 1 ? '1 line' : `${figure(lines)} lines`;
  const far = `${figure(counts.done)} of ${figure(lines)}`;
  return doing === null ? far : `${far}\u00a0· ${doing}`;
}

function doingWords({ counts, held }: Progress, isPaused: boolean, now: number): string | null {
  if (counts.running > 0) return 'speaking';
  if (counts.waiting > 0 && isPaused) return 'paused';
  if (counts.waiting > 0) return held ? waitStateWords(held, now) : waitWords('turn');
  if (counts.failed > 0) return `${counts.failed.toLocaleString('en')} did not work`;
  return counts.canceled > 0 ? 'canceled' : null;
}

/** What went for a batch: `12 of 40 credits`, `12 credits`; null where that is not known and nothing limits it. */
export function spentWords({ used, ceiling }: Pick<BatchView, 'used' | 'ceiling'>): string | null {
  const count = (credits: number) => credits.toLocaleString('en');
  if (ceiling !== undefined) return `${count(used ?? 0)} of ${count(ceiling)} credits`;
  if (used === undefined) return null;
  return used === 1 ? '1 credit' : `${count(used)} credits`;
}
