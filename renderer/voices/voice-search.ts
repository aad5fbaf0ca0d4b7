import { ENGINES } from '../../electron/cloning/engines.ts';
import { languageOf, languageWords } from '../../electron/cloning/languages.ts';
import type { Voice } from '../../electron/cloning/voice.ts';

/** In which order voices stand. */
export const VOICE_ORDERS = ['newest', 'name', 'used'] as const;
export type VoiceOrder = (typeof VOICE_ORDERS)[number];

/** What is looked for: every word of it must be found; `tag` null is any. */
export interface VoiceQuery {
  readonly typed: string;
  readonly tag: string | null;
}

const haystacks = new WeakMap<Voice, string>();
const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** What a voice is found by: its name, tags, note, engine and language. Put together once for each. */
function haystackOf(voice: Voice): string {
  const known = haystacks.get(voice);
  if (known !== undefined) return known;
  const { name, tags = [], note = '', model, language } = voice;
  const words = [
    name,
    ...tags,
    note,
    ENGINES[model].name,
    languageWords(voice),
    languageOf(language)?.own ?? '',
  ];
  const haystack = words.join('\n').toLocaleLowerCase();
  haystacks.set(voice, haystack);
  return haystack;
}

/** The voices that hold every typed word, in the order they stand in. */
export function findVoices(voices: readonly Voice[], { typed, tag }: VoiceQuery): readonly Voice[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0 && tag === null) return voices;
  return voices.filter(
    (voice) =>
      (tag === null || voice.tags?.includes(tag)) && words.every((word) => haystackOf(voice).includes(word)),
  );
}

/** In this order; `used`: what spoke last first, then what never did, the newest first. */
export function inOrder(voices: readonly Voice[], order: VoiceOrder): readonly Voice[] {
  const newest = (a: Voice, b: Voice) => b.createdAt - a.createdAt;
  const orders: { readonly [O in VoiceOrder]: (a: Voice, b: Voice) => number } = {
    newest,
    name: (a, b) => collator.compare(a.name, b.name),
    used: (a, b) => (b.usedAt ?? 0) - (a.usedAt ?? 0) || newest(a, b),
  };
  return [...voices].sort(orders[order]);
}

/** Every tag that a voice has, by name. */
export function allTags(voices: readonly Voice[]): readonly string[] {
  return [...new Set(voices.flatMap(({ tags = [] }) => tags))].sort(collator.compare);
}
