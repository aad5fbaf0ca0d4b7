import { ENGINES } from '../../electron/cloning/engines.ts';
import type { Voice } from '../../electron/cloning/voice.ts';
import type { JobView, ServerView } from '../../electron/contract/calls.ts';
import { languageName } from '../parts/language-words.ts';
import { jobWords, voiceWords } from '../parts/state-words.ts';
import { elapsedWords } from '../parts/time-words.ts';

/** Whether nothing about this voice changes any more by itself. */
export function isAtRest(voice: Pick<Voice, 'state'>): boolean {
  return voice.state.status === 'completed' || voice.state.status === 'failed';
}

/** Where a voice lives, as a name: "This computer" or the server's host. */
export function serverNameOf(server: string, current: Pick<ServerView, 'id' | 'name'>): string {
  if (server === current.id) return current.name;
  if (server === 'local') return 'This computer';
  return URL.canParse(server) ? new URL(server).host : server;
}

/** `A2E · English · This computer`. */
export function voiceFacts(voice: Voice, current: Pick<ServerView, 'id' | 'name'>): string {
  return [ENGINES[voice.model].name, languageName(voice.language), serverNameOf(voice.server, current)].join(
    ' · ',
  );
}

/** State and how long it has lasted; while its job waits, what it waits for. Times in milliseconds since 1970. */
export function voiceProgressWords(voice: Voice, job: JobView | undefined, now: number): string {
  if (isAtRest(voice)) return voiceWords(voice.state);
  if (job?.state.status === 'waiting' && job.state.why !== 'turn') return jobWords(job, now);
  return `${voiceWords(voice.state)} · ${elapsedWords(now - voice.createdAt)}`;
}
