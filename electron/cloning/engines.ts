import type { A2eModel } from '../a2e/wire.ts';

/** What one of A2E's engines takes and speaks. Seconds are of all samples of a voice together. */
export interface Engine {
  readonly model: A2eModel;
  readonly name: string;
  /** One line on what it is good at. */
  readonly strength: string;
  /** The least and the most that A2E accepts [doc: 10–60 s in total]. */
  readonly minSeconds: number;
  readonly maxSeconds: number;
  /** Where this engine clones best, within those limits. */
  readonly sweetSpot: { readonly from: number; readonly to: number };
  /** ISO 639-1 codes (`yue` for Cantonese) [doc]. */
  readonly languages: readonly string[];
}

/** The engines as A2E documents them; limits and languages live here and nowhere else. */
export const ENGINES: { readonly [M in A2eModel]: Engine } = {
  a2e: {
    model: 'a2e',
    name: 'A2E',
    strength: 'A good all-rounder; English and Chinese best.',
    minSeconds: 10,
    maxSeconds: 60,
    sweetSpot: { from: 15, to: 45 },
    languages: ['zh', 'en', 'ja', 'de', 'fr', 'es', 'ko', 'ar', 'ru', 'nl', 'it', 'pl', 'pt'],
  },
  minimax: {
    model: 'minimax',
    name: 'MiniMax',
    strength: 'Fast; China, South-East Asia and India.',
    minSeconds: 10,
    maxSeconds: 60,
    sweetSpot: { from: 15, to: 60 },
    languages: [
      'zh',
      'yue',
      'en',
      'es',
      'fr',
      'ru',
      'de',
      'pt',
      'ar',
      'it',
      'ja',
      'ko',
      'id',
      'vi',
      'tr',
      'nl',
      'uk',
      'th',
      'pl',
      'ro',
      'el',
      'cs',
      'fi',
      'hi',
    ],
  },
  cartesia: {
    model: 'cartesia',
    name: 'Cartesia',
    strength: 'Clear pronunciation; European languages. Needs little.',
    minSeconds: 10,
    maxSeconds: 60,
    sweetSpot: { from: 10, to: 20 },
    languages: ['en', 'fr', 'de', 'es', 'pt', 'zh', 'ja', 'hi', 'it', 'ko', 'nl', 'pl', 'ru', 'sv', 'tr'],
  },
  elevenlabs: {
    model: 'elevenlabs',
    name: 'ElevenLabs',
    strength: 'Expressive, for long texts. Give it close to a minute.',
    minSeconds: 10,
    maxSeconds: 60,
    sweetSpot: { from: 45, to: 60 },
    languages: ['en', 'zh', 'ja', 'de', 'hi', 'fr', 'ko', 'pt', 'it', 'es'],
  },
};

/** Whether this engine speaks the language. */
export function speaksLanguage(model: A2eModel, language: string): boolean {
  return ENGINES[model].languages.includes(language);
}
