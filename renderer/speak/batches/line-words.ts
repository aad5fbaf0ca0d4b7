import type { JobState } from '../../../electron/jobs/job.ts';
import type { ClipDoubt } from '../../../electron/speaking/joining/proof-listen.ts';
import { jobWords } from '../../parts/queue/state-words.ts';

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
