const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** `en` → `English`; the code itself where it has no name. */
export function languageName(code: string): string {
  return names.of(code) ?? code;
}
