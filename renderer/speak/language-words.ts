import type { Voice } from '../../electron/cloning/voice/voice.ts';
import type { LanguageDoubt } from '../../electron/contract/calls.ts';
import { fitsLanguage } from '../../electron/speaking/text/language-fit.ts';
import { languageName } from '../parts/language-words.ts';

/** What is doubted, in a sentence for each voice: `This text looks French. Ada speaks English.` */
export function doubtSentences(
  doubts: readonly LanguageDoubt[],
  voices: readonly Voice[],
): readonly string[] {
  const text = doubts.length > 1 ? 'What they are to say' : 'This text';
  return doubts.flatMap(({ voiceId, looks }) => {
    const voice = voices.find(({ id }) => id === voiceId);
    return voice === undefined
      ? []
      : [`${text} looks ${languageName(looks)}. ${voice.name} speaks ${languageName(voice.language)}.`];
  });
}

/** Voices that speak the language of what is doubted, ready ones alone; at most three. */
export function betterVoices(doubts: readonly LanguageDoubt[], voices: readonly Voice[]): readonly Voice[] {
  const [doubt] = doubts;
  if (doubt === undefined || doubts.length > 1) return [];
  return voices
    .filter(({ state, language }) => state.status === 'completed' && fitsLanguage(doubt.looks, language))
    .slice(0, 3);
}
