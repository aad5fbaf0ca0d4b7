import type { VoiceState } from '../../../electron/cloning/voice/voice.ts';
import type { BatchView, JobView, ServerView } from '../../../electron/contract/calls.ts';
import type { JobState, WaitReason } from '../../../electron/jobs/job.ts';
import { assertNever } from '../../../electron/result.ts';
import { elapsedWords, sinceWords } from '../time-words.ts';

const WAITING: { readonly [R in WaitReason]: string } = {
  turn: 'waiting for its turn',
  network: 'waiting for the network',
  voice: 'waiting for the voice',
  upload: 'uploading the recording',
  server: 'waiting: its server is not connected',
  capacity: 'waiting: the server is busy',
  credits: 'waiting for credits',
  disk: 'waiting for room on the disk',
  sleep: 'paused: the computer was asleep',
};

/** What a waiting job waits for, in words. */
export function waitWords(why: WaitReason): string {
  return WAITING[why];
}

/** One line for a job: what it does or waits for, and for how long. `now` in milliseconds since 1970. */
export function jobWords(job: Pick<JobView, 'kind' | 'state'>, now: number): string {
  const { state } = job;
  switch (state.status) {
    case 'waiting':
      return waitStateWords(state, now);
    case 'running': {
      const doing = state.stage ?? (job.kind === 'speak' ? 'speaking' : 'making the voice');
      return `${doing} ${elapsedWords(now - state.since)}`;
    }
    case 'done':
      return 'done';
    case 'failed':
      return 'did not work';
    case 'canceled':
      return 'canceled';
    default:
      return assertNever(state);
  }
}

type Waiting = Extract<JobState, { status: 'waiting' }>;

/**
 * What is waited for, since when, and when it is tried again: `waiting for the network since 14:05 · tries again in 8 s`.
 * A turn is waited for by all that comes later: since when says nothing there.
 */
export function waitStateWords(state: Waiting, now: number): string {
  const since = state.why === 'turn' ? '' : ` ${sinceWords(state.since, now)}`;
  return waitWords(state.why) + since + retryWords(state, now);
}

function retryWords(state: Waiting, now: number): string {
  if (state.retryAt === undefined) return '';
  const left = state.retryAt - now;
  return left < 1000 ? ' · tries again now' : ` · tries again in ${elapsedWords(left)}`;
}

interface Queue {
  readonly jobs: readonly Pick<JobView, 'state'>[];
  readonly batches: readonly Pick<BatchView, 'counts' | 'held'>[];
  readonly isPaused: boolean;
}

/** The queue in one line, for the foot of the rail; each line of a batch counts. */
export function queueWords({ jobs, batches, isPaused }: Queue): string {
  const states = [...jobs.map(({ state }) => state), ...batches.flatMap(({ held }) => held ?? [])];
  const count = (status: JobState['status']) =>
    jobs.filter(({ state }) => state.status === status).length +
    batches.reduce((sum, { counts }) => sum + counts[status], 0);
  const running = count('running');
  const open = count('waiting') + running;
  const failed = count('failed');
  if (open === 0) return failed === 0 ? 'Nothing waiting' : `${failed} did not work`;
  const said = open === 1 ? '1 job' : `${open.toLocaleString('en')} jobs`;
  if (running > 0) return `${said}\u00a0· working`;
  if (isPaused) return `${said}\u00a0· paused`;
  const waits = states.filter((state) => state.status === 'waiting');
  return `${said}\u00a0· ${waitWords(waits.find(({ why }) => why !== 'turn')?.why ?? 'turn')}`;
}

export const VOICE_STAGES = ['uploaded', 'sent', 'processing', 'ready'] as const;

/** How many of the four stages are behind, and which one is under way (null where none is). */
export function voiceProgress(state: VoiceState): { readonly done: number; readonly doing: number | null } {
  switch (state.status) {
    case 'waiting':
      return { done: 0, doing: null };
    case 'uploading':
      return { done: 0, doing: 0 };
    case 'sent':
      return { done: 2, doing: null };
    case 'processing':
      return { done: 2, doing: 2 };
    case 'completed':
      return { done: 4, doing: null };
    case 'gone':
      return { done: 4, doing: null };
    case 'failed':
      return { done: state.remoteId === undefined ? 0 : 2, doing: null };
    default:
      return assertNever(state);
  }
}

/** The state of a voice in a word or two. */
export function voiceWords(state: VoiceState): string {
  switch (state.status) {
    case 'waiting':
      return 'waiting to be sent';
    case 'uploading':
      return 'uploading';
    case 'sent':
      return 'sent';
    case 'processing':
      return 'in training';
    case 'completed':
      return 'ready';
    case 'gone':
      return 'gone on the server';
    case 'failed':
      return 'did not work';
    default:
      return assertNever(state);
  }
}

/** Whether a job waits because the server did not answer it. */
export function isWaitingForNetwork({ state }: Pick<JobView, 'state'>): boolean {
  return state.status === 'waiting' && state.why === 'network';
}

/** Whether the server answers, in words; `waits` while a job waits for the network. */
export function serverWords(server: Pick<ServerView, 'reach'>, waits: boolean): string {
  if (waits) return waitWords('network');
  switch (server.reach.is) {
    case 'unknown':
      return 'not asked yet';
    case 'reachable':
      return 'reachable';
    case 'unreachable':
      return 'does not answer';
  }
}

/** What speech costs there: nothing on this computer, else the credits on the account; null where it has not said. */
export function creditWords({
  kind,
  coins,
  pretendCredits,
}: Pick<ServerView, 'kind' | 'coins' | 'pretendCredits'>): string | null {
  const left = kind === 'local' ? pretendCredits : coins;
  if (left == null) return kind === 'local' ? 'free' : null;
  const what = `${kind === 'local' ? 'pretend ' : ''}${left === 1 ? 'credit' : 'credits'}`;
  return `${left.toLocaleString('en')} ${what}`;
}

/** What something is likely to cost: `~1 credit`, `~1,200 credits`. */
export function costWords(credits: number): string {
  return `~${credits.toLocaleString('en')} ${credits === 1 ? 'credit' : 'credits'}`;
}

/** By how much the credits changed: `−12`, `+500`. */
export function changeWords(change: number): string {
  const size = Math.abs(change).toLocaleString('en');
  return change < 0 ? `\u2212${size}` : `+${size}`;
}
