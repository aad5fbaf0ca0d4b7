import { MODEL_LANGUAGES, MODEL_REGIONS, SAMPLE_SECONDS } from '../../a2e/model-facts.ts';
import type { A2eModel } from '../../a2e/wire.ts';

/** What a voice is wanted for. */
export const PURPOSES = ['everyday', 'quick', 'long', 'clear'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** What one of A2E's engines takes and speaks. Seconds are of all samples of a voice together. */
export interface Engine {
  readonly model: A2eModel;
  readonly name: string;
  /** One line on what it is good at [doc]. */
  readonly strength: string;
  /** What it is the best of the four for, and why, as the end of a sentence. */
  readonly bestFor: { readonly purpose: Purpose; readonly because: string };
  /** The languages it is recommended for, and how they are called together [doc]. */
  readonly home: { readonly words: string; readonly languages: readonly string[] };
  /** The least and the most that A2E accepts. */
  readonly minSeconds: number;
  readonly maxSeconds: number;
  /** Where this engine clones best, within those limits; `source` says who says so. */
  readonly sweetSpot: { readonly from: number; readonly to: number; readonly source: string };
  /** ISO 639-1 codes (`yue` for Cantonese) [doc]. */
  readonly languages: readonly string[];
  /** Regional ways it is named for, by language [doc]. */
  readonly regions: Readonly<Record<string, readonly string[]>>;
  /** True where A2E says that there are more languages than it names [doc]. */
  readonly hasMore?: boolean;
}

const ASIA = 'zh yue ja ko th vi id hi'.split(' ');
const EUROPE = 'en fr de es pt it nl pl ru sv tr'.split(' ');

/** The engines as A2E documents them; what is good about each lives here and nowhere else. */
export const ENGINES: { readonly [M in A2eModel]: Engine } = {
  a2e: {
    ...of('a2e', 'A2E', 'A good all-rounder; English and Chinese best.'),
    bestFor: { purpose: 'everyday', because: 'a good all-rounder' },
    home: { words: 'English and Chinese', languages: ['en', 'zh'] },
    sweetSpot: { from: 15, to: 45, source: 'A2E: at least 15 s, 30 s recommended' },
  },
  minimax: {
    ...of('minimax', 'MiniMax', 'Fast; China, South-East Asia and India.'),
    bestFor: { purpose: 'quick', because: 'the fastest' },
    home: { words: 'China, South-East Asia and India', languages: ASIA },
    sweetSpot: { from: 15, to: 60, source: 'MiniMax: 10 s to 5 min; A2E takes 60 s' },
  },
  cartesia: {
    ...of('cartesia', 'Cartesia', 'Clear pronunciation; European languages. Needs little.'),
    bestFor: { purpose: 'clear', because: 'known for its clear pronunciation' },
    home: { words: 'European languages', languages: EUROPE },
    sweetSpot: { from: 10, to: 20, source: 'Cartesia: 5 s for likeness, 10–20 s for steadiness' },
  },
  elevenlabs: {
    ...of('elevenlabs', 'ElevenLabs', 'Expressive, for long texts. Give it close to a minute.'),
    bestFor: { purpose: 'long', because: 'expressive, and made for long texts' },
    home: { words: 'the ways English, French, Portuguese and Spanish are spoken', languages: [] },
    sweetSpot: { from: 45, to: 60, source: 'ElevenLabs: 60–120 s; A2E takes 60 s' },
    hasMore: true,
  },
};

/** Whether this engine speaks the language. */
export function speaksLanguage(model: A2eModel, language: string): boolean {
  return ENGINES[model].languages.includes(language);
}

function of(model: A2eModel, name: string, strength: string) {
  const { min: minSeconds, max: maxSeconds } = SAMPLE_SECONDS;
  const [languages, regions] = [MODEL_LANGUAGES[model], MODEL_REGIONS[model] ?? {}];
  return { model, name, strength, minSeconds, maxSeconds, languages, regions };
}
