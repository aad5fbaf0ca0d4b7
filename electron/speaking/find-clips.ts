import { typedWords } from '../cloning/voice/find-voices.ts';
import type { Clip } from './clip.ts';

/** What a clip can be looked for by, besides its words. */
export const CLIP_TAGS = ['favourite', 'flagged', 'stock', 'batch', 'recording'] as const;
export type ClipTag = (typeof CLIP_TAGS)[number];

/** What is looked for: every typed word must be in the text or the voice's name. Null: any. */
export interface ClipQuery {
  readonly typed: string;
  readonly voiceId: string | null;
  readonly tag: ClipTag | null;
}

const HAS: { readonly [T in ClipTag]: (clip: Clip) => boolean } = {
  favourite: ({ isFavourite }) => isFavourite === true,
  flagged: ({ doubts = [] }) => doubts.length > 0,
  stock: ({ stock }) => stock !== undefined,
  batch: ({ line }) => line !== undefined,
  recording: ({ recording }) => recording !== undefined,
};

/** The kept clips that fit, in the order they stand in. */
export function findClips(clips: readonly Clip[], { typed, voiceId, tag }: ClipQuery): readonly Clip[] {
  const words = typedWords(typed);
  return clips.filter(
    (clip) =>
      clip.state.status === 'kept' &&
      (voiceId === null || clip.voiceId === voiceId) &&
      (tag === null || HAS[tag](clip)) &&
      (words.length === 0 || hasAll(clip, words)),
  );
}

const haystacks = new WeakMap<Clip, string>();

function hasAll(clip: Clip, words: readonly string[]): boolean {
  const known = haystacks.get(clip) ?? `${clip.text}\n${clip.voiceName}`.toLocaleLowerCase();
  haystacks.set(clip, known);
  return words.every((word) => known.includes(word));
}
