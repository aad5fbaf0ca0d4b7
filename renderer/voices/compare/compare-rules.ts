import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import type { Clip } from '../../../electron/speaking/clip.ts';
import { type Comparison, matchedGains, volumeOf } from '../../../electron/speaking/comparison.ts';

/** Voices that can be compared: ready. Those of one group come with the one that was chosen. */
export function startingVoices(voices: readonly Voice[], voiceId: string): readonly string[] {
  const chosen = voices.find(({ id }) => id === voiceId);
  if (chosen?.groupId === undefined) return [voiceId];
  const group = voices.filter(
    ({ groupId, state }) => groupId === chosen.groupId && state.status === 'completed',
  );
  return [voiceId, ...group.map(({ id }) => id).filter((id) => id !== voiceId)].slice(0, 6);
}

/** What is there of a comparison, and how far each sound is turned down so that all are equally loud. */
export interface Heard {
  readonly clips: readonly (Clip | undefined)[];
  /** Of each voice, 0…1. */
  readonly volumes: readonly number[];
  readonly ownVolume: number;
  readonly isWhole: boolean;
}

export function heardOf(comparison: Comparison, auditions: readonly Clip[]): Heard {
  const byId = new Map(auditions.map((clip) => [clip.id, clip]));
  const clips = comparison.voices.map(({ clipId }) => byId.get(clipId));
  const gains = matchedGains([...clips.map((clip) => clip?.loudness), comparison.own?.loudness]);
  const volumes = gains.map(volumeOf);
  return {
    clips,
    volumes: volumes.slice(0, clips.length),
    ownVolume: volumes.at(-1) ?? 1,
    isWhole: clips.every((clip) => clip !== undefined),
  };
}

/** The ranking with one more chosen; the last that is left follows by itself. */
export function rankedWith(
  chosen: readonly string[],
  next: string,
  all: readonly string[],
): readonly string[] {
  const ranking = [...chosen, next];
  const left = all.filter((id) => !ranking.includes(id));
  return left.length === 1 ? [...ranking, ...left] : ranking;
}

/** `1st`, `2nd`, `3rd`, `4th`. */
export function placeWords(place: number): string {
  return `${place}${['th', 'st', 'nd', 'rd'][place] ?? 'th'}`;
}

/** The ready voices of the newest group that were never compared with each other; none where there is no such group. */
export function groupDue(voices: readonly Voice[], comparisons: readonly Comparison[]): readonly Voice[] {
  const compared = new Set(
    comparisons.flatMap((comparison) => comparison.voices.map(({ voiceId }) => voiceId)),
  );
  const groups = new Map<string, Voice[]>();
  for (const voice of voices) {
    if (voice.groupId === undefined || voice.state.status !== 'completed' || compared.has(voice.id)) continue;
    groups.set(voice.groupId, [...(groups.get(voice.groupId) ?? []), voice]);
  }
  return [...groups.values()].filter((group) => group.length > 1).at(-1) ?? [];
}
