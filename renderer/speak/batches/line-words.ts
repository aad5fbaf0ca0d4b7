import type { BatchLineView, BatchView } from '../../../electron/contract/calls.ts';
import type { JobState } from '../../../electron/jobs/job.ts';
import type { ClipDoubt } from '../../../electron/speaking/joining/proof-listen.ts';
import { jobWords } from '../../parts/queue/state-words.ts';
import { clockWords } from '../../parts/time-words.ts';

const DOUBTS: { readonly [D in ClipDoubt]: string } = {
  'too-short': 'words missing?',
  'too-long': 'words doubled?',
  'ends-abruptly': 'cut off?',
  clipped: 'distorted?',
  hole: 'a long gap?',
  silent: 'silent?',
};

/** What a clip should be heard again for, in a word or two. */
export function doubtWords(doubt: ClipDoubt): string {
  return DOUBTS[doubt];
}

/** What a line waits for or does; null where its clip, or what went wrong, says it. `now`: milliseconds since 1970. */
export function lineWords(state: JobState | undefined, now: number): string | null {
  if (state === undefined || state.status === 'done' || state.status === 'failed') return null;
  return jobWords({ kind: 'speak', state }, now);
}

/** What a line is called in its list: its number, and of a cue when it is shown: `3 · 0:12`. `at`: its place, from 0. */
export function lineName(line: Pick<BatchLineView, 'cue'>, kind: BatchView['rowKind'], at: number): string {
  const number = (at + 1).toLocaleString('en');
  return kind === 'cue' && line.cue !== undefined
    ? `${number}\u00a0· ${clockWords(line.cue.from / 1000)}`
    : number;
}

const ROWS: { readonly [K in BatchView['rowKind']]: readonly [one: string, many: string] } = {
  paragraph: ['paragraph', 'paragraphs'],
  row: ['row', 'rows'],
  cue: ['cue', 'cues'],
};

/** What the rows of a batch are called: paragraphs of a text, rows of a table, cues of subtitles. */
export function rowWord(kind: BatchView['rowKind'], count = 1): string {
  return ROWS[kind][count === 1 ? 0 : 1];
}
