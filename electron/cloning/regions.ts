/** The region A2E is told with a clone's language (`country` and `region` of `send_tts`) [doc: both are required]. */
const REGIONS: Readonly<Record<string, string>> = {
  ar: 'SA',
  cs: 'CZ',
  de: 'DE',
  el: 'GR',
  en: 'US',
  es: 'ES',
  fi: 'FI',
  fr: 'FR',
  hi: 'IN',
  id: 'ID',
  it: 'IT',
  ja: 'JP',
  ko: 'KR',
  nl: 'NL',
  pl: 'PL',
  pt: 'BR',
  ro: 'RO',
  ru: 'RU',
  sv: 'SE',
  th: 'TH',
  tr: 'TR',
  uk: 'UA',
  vi: 'VN',
  yue: 'HK',
  zh: 'CN',
};

/** The usual region for a language (ISO 639-1), such as `US` for `en`. */
export function regionOf(language: string): string {
  return REGIONS[language] ?? 'US';
}
