import type { Voice } from '../../electron/cloning/voice/voice.ts';

/** In which order voices stand. */
export const VOICE_ORDERS = ['newest', 'name', 'used'] as const;
export type VoiceOrder = (typeof VOICE_ORDERS)[number];

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/**
 * In this order; `used`: what spoke last first, then what never did, the newest first. `before`: how they stood in this
 * order, where that is known: a few that changed among ten thousand are then put in their places, and no other is moved.
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
  const kept = before.filter((voice) => there.has(voice));
  const fresh = voices.filter((voice) => !known.has(voice)).sort(orders[order]);
  return putBetween(kept, fresh, orders[order]);
}

/** Both lists are in order, and so is what comes of them; a few are put among many by looking for each one's place. */
function putBetween(
  many: readonly Voice[],
  few: readonly Voice[],
  compare: (a: Voice, b: Voice) => number,
): readonly Voice[] {
  const all: Voice[] = [];
  let from = 0;
  for (const voice of few) {
    let to = many.length;
    for (let low = from; low < to; ) {
      const middle = (low + to) >> 1;
      const one = many[middle];
      if (one && compare(one, voice) <= 0) low = middle + 1;
      else to = middle;
    }
    for (const one of many.slice(from, to)) all.push(one);
    all.push(voice);
    from = to;
  }
  return all.concat(many.slice(from));
}

/** Every tag that a voice has, by name. */
export function allTags(voices: readonly Voice[]): readonly string[] {
  return [...new Set(voices.flatMap(({ tags = [] }) => tags))].sort(collator.compare);
}
