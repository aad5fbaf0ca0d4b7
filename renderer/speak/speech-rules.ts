import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { BatchView, JobView } from '../../electron/contract/calls.ts';
import { isSettled } from '../../electron/jobs/job.ts';
import type { Clip } from '../../electron/speaking/clip.ts';
import { DOCUMENT_LIMITS } from '../../electron/speaking/documents/document.ts';
import type { Option } from '../parts/choice.tsx';
import { voiceWords } from '../parts/queue/state-words.ts';
import { canSpeak, type KnownServers, serverNameOf } from '../voices/voice-words.ts';

/** The voices to choose from: ready ones first, then those in training, then the others, the newest first. */
export function speakersInOrder(voices: readonly Voice[], servers: KnownServers): readonly Voice[] {
  const rank = (voice: Voice) =>
    canSpeak(voice, servers) ? (voice.state.status === 'completed' ? 0 : 1) : 2;
  const ranks = new Map(voices.map((voice) => [voice, rank(voice)]));
  return [...voices].sort((a, b) => (ranks.get(a) ?? 0) - (ranks.get(b) ?? 0) || b.createdAt - a.createdAt);
}

/** A voice to be chosen; one that failed, is gone or lives elsewhere says why it cannot be. */
export function speakerOption(voice: Voice, servers: KnownServers): Option {
  const base = { value: voice.id, words: voice.name };
  if (voice.state.status === 'failed') return { ...base, because: 'it could not be made' };
  if (voice.state.status === 'gone') return { ...base, because: 'the server does not know it any more' };
  if (!canSpeak(voice, servers)) return { ...base, because: elsewhereWords(voice, servers) };
  if (voice.state.status !== 'completed') return { ...base, note: voiceWords(voice.state) };
  return voice.state.stock === undefined ? base : { ...base, note: 'stock voice' };
}

function elsewhereWords(voice: Voice, servers: KnownServers): string {
  return `lives on ${serverNameOf(voice.server, servers)}, which is not in your list`;
}

interface VoiceAsk {
  readonly voices: readonly Voice[];
  readonly servers: KnownServers;
  /** What was chosen here, and what spoke last. */
  readonly chosen: string | null;
  readonly last: string | null;
}

/**
 * The voice in the field: the chosen one, else the one that spoke last, else the newest that can. None where the chosen
 * one can speak no more: another must not take its place unasked.
 */
export function startingVoice({ voices, servers, chosen, last }: VoiceAsk): Voice | undefined {
  const lost = voices.some((voice) => voice.id === chosen && !canSpeak(voice, servers));
  if (lost) return undefined;
  const able = voices.filter((voice) => canSpeak(voice, servers));
  const newest = [...able].sort((a, b) => b.createdAt - a.createdAt);
  return (
    able.find((voice) => voice.id === chosen) ??
    able.find((voice) => voice.id === last) ??
    newest.find((voice) => voice.state.status === 'completed') ??
    newest[0]
  );
}

interface SpeechAsk {
  readonly text: string;
  readonly voice: Voice | undefined;
}

/** What keeps it from being spoken, as a sentence; null where nothing does. */
export function speechProblem({ text, voice }: SpeechAsk): string | null {
  if (voice === undefined) return 'Choose a voice.';
  if (text.trim() === '') return 'Write something first.';
  const over = text.length - DOCUMENT_LIMITS.characters;
  return over > 0 ? `${over.toLocaleString('en')} characters too many.` : null;
}

/** One row under the text: a clip, a line that is still to become one, or a batch. */
export type SpokenRow =
  | { readonly is: 'clip'; readonly at: number; readonly clip: Clip }
  | { readonly is: 'job'; readonly at: number; readonly job: JobView }
  | { readonly is: 'batch'; readonly at: number; readonly batch: BatchView };

interface Spoken {
  readonly clips: readonly Clip[];
  readonly jobs: readonly JobView[];
  readonly batches: readonly BatchView[];
}

/** Clips, lines still to be spoken and batches, newest first; a line gives its place to its clip, a batch keeps its own. */
export function spokenRows({ clips, jobs, batches }: Spoken): readonly SpokenRow[] {
  const asked = new Map(jobs.map((job) => [job.id, job.createdAt]));
  const spoken = new Set(clips.map((clip) => clip.jobId));
  const open = jobs.filter(
    (job) => job.kind === 'speak' && !job.audition && !spoken.has(job.id) && isShown(job),
  );
  const kept = clips.filter((clip) => clip.state.status === 'kept' && clip.line === undefined);
  const rows: SpokenRow[] = [
    ...open.map((job) => ({ is: 'job', at: job.createdAt, job }) as const),
    ...kept.map((clip) => ({ is: 'clip', at: asked.get(clip.jobId) ?? clip.createdAt, clip }) as const),
    ...batches.map((batch) => ({ is: 'batch', at: batch.createdAt, batch }) as const),
  ];
  return rows.sort((a, b) => b.at - a.at);
}

function isShown(job: JobView): boolean {
  return !isSettled(job.state) || job.state.status === 'failed';
}
