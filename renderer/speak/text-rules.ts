import type { SpeechEstimate } from '../../electron/speaking/text/estimate.ts';
import { paragraphEnds } from '../../electron/speaking/text/paragraph-ends.ts';
import { costWords } from '../parts/queue/state-words.ts';

/** How a text goes out: in one request, or line by line because it is long, of several paragraphs, or asks for silence. */
export type SpokenAs = 'one' | 'long' | 'paragraphs' | 'pauses';

const PAUSE = /\[ *pause +\d/i;

/** How this text goes out; `limit`: most characters of one request. */
export function spokenAs(text: string, limit: number): SpokenAs {
  const trimmed = text.trim();
  if (trimmed.length > limit) return 'long';
  if (PAUSE.test(trimmed)) return 'pauses';
  return paragraphEnds(trimmed).length > 1 ? 'paragraphs' : 'one';
}

const BECAUSE: { readonly [A in Exclude<SpokenAs, 'one'>]: string } = {
  long: 'Longer than one request',
  paragraphs: 'Several paragraphs',
  pauses: 'With pauses',
};

interface PaperAsk {
  readonly text: string;
  readonly limit: number;
  readonly as: SpokenAs;
  /** Undefined until it is known. */
  readonly estimate: SpeechEstimate | undefined;
}

/** The line under the paper: how much is written, and what becomes of it. */
export function paperWords({ text, limit, as, estimate }: PaperAsk): string {
  if (as === 'one') return `${count(text.length)} of ${count(limit)} characters`;
  const lines = estimate === undefined ? 'several lines' : linesWords(estimate.requests);
  return `${count(text.length)} characters. ${BECAUSE[as]}: it becomes ${lines}, spoken one after the other.`;
}

/** Said beside the button where it costs credits and nobody has measured how many. */
export function priceNote(estimate: SpeechEstimate | undefined): string {
  const isUnknown = estimate !== undefined && !estimate.isFree && estimate.credits === undefined;
  return isUnknown ? 'Price not known yet' : '';
}

/** The words on the button: with what it is likely to cost, where that was measured. */
export function speakWords(estimate: SpeechEstimate | undefined): string {
  return estimate?.credits === undefined ? 'Speak' : `Speak · ${costWords(estimate.credits)}`;
}

/** `1 line`, `2,400 lines`. */
export function linesWords(lines: number): string {
  return lines === 1 ? '1 line' : `${count(lines)} lines`;
}

function count(figure: number): string {
  return figure.toLocaleString('en');
}
