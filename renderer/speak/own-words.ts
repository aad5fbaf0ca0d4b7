import type { OwnLine } from '../../electron/cloning/sample/own-lines.ts';
import { dayWords } from '../parts/time-words.ts';

/** What is said of a sentence that was recorded; `now` in milliseconds since 1970. */
export function ownWords(own: Pick<OwnLine, 'createdAt'>, now: number): string {
  return `You recorded this sentence ${dayWords(own.createdAt, now)}.`;
}
