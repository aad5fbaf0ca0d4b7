import ar from '../../../assets/scripts/ar.json';
import de from '../../../assets/scripts/de.json';
import en from '../../../assets/scripts/en.json';
import es from '../../../assets/scripts/es.json';
import fr from '../../../assets/scripts/fr.json';
import hi from '../../../assets/scripts/hi.json';
import ja from '../../../assets/scripts/ja.json';
import pt from '../../../assets/scripts/pt.json';
import ru from '../../../assets/scripts/ru.json';
import zh from '../../../assets/scripts/zh.json';
import type { ScriptChoice } from '../../../electron/cloning/sample/sample-draft.ts';

/** What there is to read in a language: our own texts, and the sentence in which a speaker agrees. */
export interface Script {
  /** ISO 639-1. */
  readonly language: string;
  readonly direction: string;
  /** With `{name}` and `{date}`. */
  readonly consent: string;
  readonly passages: readonly { readonly title: string; readonly sentences: readonly string[] }[];
}

/** Stands for one's own text in `ScriptChoice.passage`. */
export const OWN_TEXT = -1;

const ALL: readonly Script[] = [en, zh, es, fr, de, ja, ar, hi, pt, ru];
const FIRST: Script = en;

/** The languages there are scripts in. */
export const SCRIPT_LANGUAGES: readonly string[] = ALL.map(({ language }) => language);

/** The script of a language; the English one where there is none. */
export function scriptIn(language: string): Script {
  return ALL.find((script) => script.language === language) ?? FIRST;
}

/** The sentences to be read, without the consent; empty where one's own text is. */
export function sentencesToRead({ language, passage, ownText }: ScriptChoice): readonly string[] {
  if (passage === OWN_TEXT) return splitSentences(ownText, language);
  const { passages } = scriptIn(language);
  return (passages[passage] ?? passages[0])?.sentences ?? [];
}

/** A text in sentences, by the rules of its language (Unicode UAX #29). */
export function splitSentences(text: string, language: string): readonly string[] {
  const lines = text.split(/\n+/);
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  return lines
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '');
}

/** The line in which the speaker agrees, in the script's language. `now` in milliseconds since 1970. */
export function consentLine(ask: {
  readonly language: string;
  readonly speaker: string;
  readonly now: number;
}): string {
  const { language, consent } = scriptIn(ask.language);
  const date = new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(ask.now);
  return consent.replace('{name}', ask.speaker.trim() || '…').replace('{date}', date);
}

/** Which way the language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return scriptIn(language).direction === 'rtl' ? 'rtl' : 'ltr';
}
