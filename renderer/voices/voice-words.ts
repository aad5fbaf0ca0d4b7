import { ENGINES } from '../../electron/cloning/engines/engines.ts';
import { languageWords } from '../../electron/cloning/engines/languages.ts';
import { isAtRest } from '../../electron/cloning/voice/remade-voice.ts';
import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { JobView, ServerView, UploadProgress } from '../../electron/contract/calls.ts';
import { costWords, jobWords, voiceWords } from '../parts/queue/state-words.ts';
import { elapsedWords } from '../parts/time-words.ts';
import { uploadWords } from '../parts/upload-words.ts';

/** The servers Timbre knows, as far as words need them. */
export type KnownServers = readonly Pick<ServerView, 'id' | 'name'>[];

/** Where a voice lives, as a name: "This computer", what the person calls the server, or its host. */
export function serverNameOf(server: string, servers: KnownServers): string {
  const known = servers.find(({ id }) => id === server);
  if (known !== undefined) return known.name;
  return URL.canParse(server) ? new URL(server).host : server;
}

/** Whether one may ask this voice to speak: it is on a server that Timbre knows, and is ready or will be. */
export function canSpeak(voice: Pick<Voice, 'server' | 'state'>, servers: KnownServers): boolean {
  const isKnown = servers.some(({ id }) => id === voice.server);
  return isKnown && !['failed', 'gone'].includes(voice.state.status);
}

/** `A2E · English · This computer`; for a voice that was not made here, what its server says of it. */
export function voiceFacts(voice: Voice, servers: KnownServers): string {
  const { origin, server } = voice;
  const assumed = origin?.is === 'account' && origin.languageAssumed ? ', assumed' : '';
  return [engineWords(voice), languageWords(voice) + assumed, serverNameOf(server, servers)].join(' · ');
}

function engineWords({ origin, model }: Voice): string {
  if (origin?.is === 'public') return 'Voice of the server';
  if (origin?.is !== 'account' || origin.engine === model) return ENGINES[model].name;
  return origin.engine ?? 'engine not said';
}

/** What a training costs on the server of this voice: nothing on this computer, else as it was measured there. */
export function trainingPrice(
  { server, model }: Pick<Voice, 'server' | 'model'>,
  servers: readonly Pick<ServerView, 'id' | 'kind' | 'trainingCredits'>[],
): string {
  const there = servers.find(({ id }) => id === server);
  if (there?.kind === 'local') return 'free';
  const credits = there?.trainingCredits?.[model];
  return credits === undefined ? 'price not known yet' : costWords(credits);
}

interface ProgressAsk {
  readonly voice: Voice;
  readonly job: JobView | undefined;
  /** How far its sample is on its way, while it is. */
  readonly upload?: UploadProgress | undefined;
  readonly servers: KnownServers;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** State and how long it has lasted; while its job waits, what it waits for; where it lives on a server that is not in the list, that. */
export function voiceProgressWords({ voice, job, upload, servers, now }: ProgressAsk): string {
  if (voice.state.status === 'completed' && !canSpeak(voice, servers))
    return 'made, but its server is not in your list; add it in Settings';
  if (isAtRest(voice)) return voiceWords(voice.state);
  if (upload) return `uploading · ${uploadWords(upload)}`;
  if (job?.state.status === 'waiting' && job.state.why !== 'turn') return jobWords(job, now);
  return `${voiceWords(voice.state)} · ${elapsedWords(now - voice.createdAt)}`;
}
