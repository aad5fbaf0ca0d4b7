import { languageOf } from './languages.ts';

/** The region A2E is told with a clone's language (`country` and `region` of `send_tts`) [doc: both are required]. */
export function regionOf(language: string, region?: string): string {
  return region ?? languageOf(language)?.region ?? 'US';
}
