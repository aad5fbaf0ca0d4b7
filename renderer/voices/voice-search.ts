import type { Voice } from '../../electron/cloning/voice/voice.ts';

/** In which order voices stand. */
export const VOICE_ORDERS = ['newest', 'name', 'used'] as const;
export type VoiceOrder = (typeof VOICE_ORDERS)[number];

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/**
 * In this order; `used`: what spoke last first, then what never did, the newest first. `before`: how they stood, where
 * that is known; a few that changed among ten thousand are then put in their places, and the others not compared anew.
 */
export function inOrder(
  voices: readonly Voice[],
  order: VoiceOrder,
  before: readonly Voice[] = [],
): readonly Voice[] {
  const newest = (a: Voice, b: Voice) => b.createdAt - a.createdAt;
  const orders: { readonly [O in VoiceOrder]: (a: Voice, b: Voice) => number } = {
    newest,
    name: (a, b) => collator.compare(a.name, b.name) || newest(a, b),
    used: (a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0) || newest(a, b),
  };
  const there = new Set(voices);
  const known = new Set(before);
  // What stands in order already is one run for the sort, which costs it one look at each.
  const kept = before.filter((voice) => there.has(voice));
  return [...kept, ...voices.filter((voice) => !known.has(voice))].sort(orders[order]);
}

/** Every tag that a voice has, by name. */
export function allTags(voices: readonly Voice[]): readonly string[] {
  return [...new Set(voices.flatMap(({ tags = [] }) => tags))].sort(collator.compare);
}
