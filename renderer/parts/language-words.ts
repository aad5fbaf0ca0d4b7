import { ENGINES } from '../../electron/cloning/engines.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language' });

/** `en` → `English`; the code itself where it has no name. */
export function languageName(code: string): string {
  return names.of(code) ?? code;
}

/** Every language that some engine speaks, by name. */
export function allLanguages(): readonly { readonly code: string; readonly name: string }[] {
  const codes = new Set(Object.values(ENGINES).flatMap((engine) => engine.languages));
  return [...codes]
    .map((code) => ({ code, name: languageName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name));
}
