import type { A2eModel } from './wire.ts';

/**
 * What A2E's page says of each model, as plain protocol data: shared by the client's rooms and the local server, so that
 * both refuse the same.
 */

/** ISO 639-1 codes that A2E names per model (`yue` is Cantonese, 639-3) [doc]. Of elevenlabs' "35+" these are named. */
export const MODEL_LANGUAGES: { readonly [M in A2eModel]: readonly string[] } = {
  a2e: words('zh en ja de fr es ko ar ru nl it pl pt'),
  minimax: words('zh yue en es fr ru de pt ar it ja ko id vi tr nl uk th pl ro el cs fi hi'),
  cartesia: words('en fr de es pt zh ja hi it ko nl pl ru sv tr'),
  elevenlabs: words('en zh ja de hi fr ko pt it es'),
};

/** The regional ways of a language that A2E names for a model, by region (ISO 3166) [doc]. */
export const MODEL_REGIONS: { readonly [M in A2eModel]?: Readonly<Record<string, readonly string[]>> } = {
  elevenlabs: {
    en: words('US GB AU CA'),
    fr: words('FR CA'),
    pt: words('BR PT'),
    es: words('ES MX'),
  },
};

/** What A2E takes as a sample: the length of all of it together, in seconds [doc; another revision says at least 15]. */
export const SAMPLE_SECONDS = { min: 10, max: 60 } as const;

function words(list: string): readonly string[] {
  return list.split(' ');
}
