import { A2E_MODELS, type A2eModel } from '../../a2e/wire.ts';
import { ENGINES, type Engine, type Purpose, speaksLanguage } from './engines.ts';
import { type LanguageChoice, languageWords } from './languages.ts';

/** What a voice is to speak, and for what. */
export interface VoiceNeed extends LanguageChoice {
  readonly purpose: Purpose;
}

export interface Advice {
  readonly model: A2eModel;
  /** A whole sentence. */
  readonly reason: string;
}

/** A reason for a model: what it weighs against the others, and its words as the end of a sentence. */
interface Ground {
  readonly weight: number;
  readonly words: string;
}

/**
 * The model that suits best, and why; undefined where none speaks the language. A named regional way counts most, then
 * the purpose, then where a model is at home; where all are equal, A2E's own.
 */
export function recommendModel(need: VoiceNeed): Advice | undefined {
  const able = A2E_MODELS.filter((model) => speaksLanguage(model, need.language));
  const [only, ...others] = able;
  if (only === undefined) return undefined;
  if (others.length === 0)
    return { model: only, reason: `${ENGINES[only].name} is the only one that speaks ${nameOf(need)}.` };
  const ranked = able
    .map((model) => ({ model, grounds: groundsFor(ENGINES[model], need) }))
    .sort((a, b) => weightOf(b.grounds) - weightOf(a.grounds));
  const { model, grounds } = ranked[0] ?? { model: only, grounds: [] };
  const words = [...grounds].sort((a, b) => b.weight - a.weight).map((ground) => ground.words);
  return { model, reason: `${ENGINES[model].name} is ${sentence(words)}.` };
}

function groundsFor(engine: Engine, need: VoiceNeed): readonly Ground[] {
  const { purpose, language, region } = need;
  const grounds: Ground[] = [];
  if (region !== undefined && engine.regions[language]?.includes(region))
    grounds.push({ weight: 5, words: `the one named for ${languageWords(need)}` });
  if (engine.bestFor.purpose === purpose)
    grounds.push({ weight: purpose === 'everyday' ? 1 : 4, words: engine.bestFor.because });
  if (engine.home.languages.includes(language))
    grounds.push({
      weight: engine.model === 'cartesia' ? 1 : 2,
      words: `recommended for ${engine.home.words}`,
    });
  return grounds;
}

function weightOf(grounds: readonly Ground[]): number {
  return grounds.reduce((sum, { weight }) => sum + weight, 0);
}

function sentence([first, second]: readonly string[]): string {
  if (first === undefined) return 'as good as the others for this';
  return second === undefined ? first : `${first}, and ${second}`;
}

function nameOf({ language }: VoiceNeed): string {
  return languageWords({ language });
}
