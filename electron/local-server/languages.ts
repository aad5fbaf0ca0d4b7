/** What the stock voices speak. */
export const SPOKEN_LANGUAGES: readonly string[] = ['en'];

/** `en` of `en-US`, `EN` and `en_us`. */
export function primaryLanguage(code: string): string {
  return (code.trim().toLowerCase().split(/[-_]/)[0] ?? '').slice(0, 8);
}

/** Such as `German (de)`; the bare code where it has no English name. */
export function languageName(code: string): string {
  try {
    const name = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'none' }).of(code);
    return name ? `${name} (${code})` : code;
  } catch {
    return code;
  }
}

/** What a caller is told who wants a language that only a clone can speak. */
export function languageRefusal(code: string): string {
  return `This computer's stock voices speak English only; ${languageName(code)} needs A2E or another server.`;
}

/** The answer to `anchor/language_list`. */
export function languageList(): readonly { value: string; label: string }[] {
  return SPOKEN_LANGUAGES.map((code) => ({
    value: code,
    label: new Intl.DisplayNames(['en'], { type: 'language' }).of(code) ?? code,
  }));
}
