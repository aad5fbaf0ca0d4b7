import { ENGINES } from '../../electron/cloning/engines.ts';
import type { Voice } from '../../electron/cloning/voice.ts';
import type { JobView, ServerView } from '../../electron/contract/calls.ts';
import { languageName } from '../parts/language-words.ts';
import { jobWords, voiceWords } from '../parts/state-words.ts';
import { elapsedWords } from '../parts/time-words.ts';

/** Whether nothing about this voice changes any more by itself. */
export function isAtRest(voice: Pick<Voice, 'state'>): boolean {
  return ['completed', 'failed', 'gone'].includes(voice.state.status);
}

/** Where a voice lives, as a name: "This computer" or the server's host. */
export function serverNameOf(server: string, current: Pick<ServerView, 'id' | 'name'>): string {
  if (server === current.id) return current.name;
  if (server === 'local') return 'This computer';
  return URL.canParse(server) ? new URL(server).host : server;
}

/** Whether one may ask this voice to speak: it is on the server in use, and is ready or will be. */
export function canSpeak(voice: Pick<Voice, 'server' | 'state'>, current: Pick<ServerView, 'id'>): boolean {
  return voice.server === current.id && !['failed', 'gone'].includes(voice.state.status);
}

/** `A2E · English · This computer`. */
export function voiceFacts(voice: Voice, current: Pick<ServerView, 'id' | 'name'>): string {
  return [ENGINES[voice.model].name, languageName(voice.language), serverNameOf(voice.server, current)].join(
    ' · ',
  );
}

interface ProgressAsk {
  readonly voice: Voice;
  readonly job: JobView | undefined;
  readonly server: Pick<ServerView, 'id'>;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** State and how long it has lasted; while its job waits, what it waits for; where it lives on another server, that. */
export function voiceProgressWords({ voice, job, server, now }: ProgressAsk): string {
  if (voice.state.status === 'completed' && !canSpeak(voice, server))
    return 'made, but Timbre is connected to another server now';
  if (isAtRest(voice)) return voiceWords(voice.state);
  if (job?.state.status === 'waiting' && job.state.why !== 'turn') return jobWords(job, now);
  return `${voiceWords(voice.state)} · ${elapsedWords(now - voice.createdAt)}`;
}
