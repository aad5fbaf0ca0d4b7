import { ENGINES } from '../engines/engines.ts';
import { languageOf, languageWords } from '../engines/languages.ts';
import type { Voice } from './voice.ts';

/** What is looked for: every word of it must be found; `tag` null is any. */
export interface VoiceQuery {
  readonly typed: string;
  readonly tag: string | null;
}

/** What was typed into a search field, word for word. */
export function typedWords(typed: string): readonly string[] {
  return typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
}

const haystacks = new WeakMap<Voice, string>();

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

/** Puts together what a voice is found by, before it is looked for. */
export function prepareToFind(voice: Voice): void {
  haystackOf(voice);
}

/** The voices that hold every typed word, in the order they stand in. */
export function findVoices(voices: readonly Voice[], { typed, tag }: VoiceQuery): readonly Voice[] {
  const words = typedWords(typed);
  if (words.length === 0 && tag === null) return voices;
  return voices.filter(
    (voice) =>
      (tag === null || voice.tags?.includes(tag)) && words.every((word) => haystackOf(voice).includes(word)),
  );
}
