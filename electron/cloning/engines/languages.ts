import { MODEL_REGIONS } from '../../a2e/model-facts.ts';
import { LANGUAGES, type Language, REGION_WORDS } from './language-table.ts';

/** A language and, where it was said, which region's way of it. */
export interface LanguageChoice {
  readonly language: string;
  readonly region?: string;
}

const BY_CODE: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.map((language) => [language.code, language]),
);
/** Put together once: an account of ten thousand voices asks for each. */
const BY_NAME: ReadonlyMap<string, Language> = new Map(
  LANGUAGES.flatMap((language) => namesOf(language).map((name) => [name, language])),
);

/** The language with this code; undefined for one that A2E does not name. */
export function languageOf(code: string): Language | undefined {
  return BY_CODE.get(code);
}

/** `English`, or `English (UK)` with a region; the code itself where A2E does not name it. */
export function languageWords({ language, region }: LanguageChoice): string {
  const name = languageOf(language)?.name ?? language;
  return region === undefined ? name : `${name} (${REGION_WORDS[region]?.short ?? region})`;
}

/** The regions whose way of this language some model is named for, the usual one first; none for most. */
export function regionsOf(language: string): readonly string[] {
  const named = Object.values(MODEL_REGIONS).flatMap((byLanguage) => byLanguage[language] ?? []);
  return [...new Set(named)];
}

/** Every choice there is, by name: each language, and after it its regional ways. */
export function languageChoices(): readonly LanguageChoice[] {
  return LANGUAGES.flatMap(({ code }) => [
    { language: code },
    ...regionsOf(code).map((region) => ({ language: code, region })),
  ]);
}

/**
 * The language a person means: its name in English or in itself, another name, ISO 639-1 or -3, or a BCP 47 tag such as
 * `en-GB` or `pt_br`. A region is kept only where a model is named for it. Undefined where A2E names no such language.
 */
export function findLanguage(words: string): LanguageChoice | undefined {
  const wanted = plain(words);
  const whole = BY_NAME.get(wanted);
  if (whole) return { language: whole.code };
  const named = languageChoices().find((choice) => plain(languageWords(choice)) === wanted);
  if (named) return named;
  const [first = '', ...rest] = wanted.split(/[-_]/);
  const language = BY_NAME.get(first);
  if (!language || (first !== language.code && first !== language.iso3) || rest.length === 0)
    return undefined;
  const region = rest
    .map((part) => part.toUpperCase())
    .find((part) => regionsOf(language.code).includes(part));
  return { language: language.code, ...(region !== undefined && { region }) };
}

/** Whether these typed letters may mean the language: they begin one of its names or codes. */
export function languageMatches(choice: LanguageChoice, typed: string): boolean {
  const wanted = plain(typed);
  const language = languageOf(choice.language);
  if (wanted === '' || !language) return true;
  const tag = choice.region === undefined ? [] : [`${language.code}-${choice.region.toLowerCase()}`];
  const names = [...namesOf(language), ...tag, plain(languageWords(choice))];
  return names.some(
    (name) => name.startsWith(wanted) || name.includes(` ${wanted}`) || name.includes(`(${wanted}`),
  );
}

function namesOf({ code, iso3, name, own, aliases }: Language): readonly string[] {
  return [code, iso3, plain(name), plain(own), ...aliases];
}

function plain(words: string): string {
  return words.trim().toLowerCase().normalize('NFC');
}
