import { describe, expect, it } from 'vitest';
import { A2E_MODELS } from '../../../electron/a2e/wire.ts';
import { ENGINES } from '../../../electron/cloning/engines/engines.ts';
import { LANGUAGES } from '../../../electron/cloning/engines/language-table.ts';
import {
  findLanguage,
  languageChoices,
  languageMatches,
  languageWords,
  regionsOf,
} from '../../../electron/cloning/engines/languages.ts';

describe('a language', () => {
  it.each([
    { named: 'German', is: { language: 'de' } },
    { named: ' deutsch ', is: { language: 'de' } },
    { named: 'ger', is: { language: 'de' } },
    { named: 'deu', is: { language: 'de' } },
    { named: 'de-AT', is: { language: 'de' } },
    { named: '日本語', is: { language: 'ja' } },
    { named: 'Mandarin', is: { language: 'zh' } },
    { named: 'zh-HK', is: { language: 'yue' } },
    { named: 'zh_Hant_TW', is: { language: 'zh' } },
    { named: 'en-GB', is: { language: 'en', region: 'GB' } },
    { named: 'English (UK)', is: { language: 'en', region: 'GB' } },
    { named: 'en_au', is: { language: 'en', region: 'AU' } },
    { named: 'pt-br', is: { language: 'pt', region: 'BR' } },
    { named: 'Español (México)', is: undefined },
    { named: 'es-419-MX', is: { language: 'es', region: 'MX' } },
    { named: 'Klingon', is: undefined },
    { named: '', is: undefined },
  ])('named “$named” is understood as $is', ({ named, is }) => {
    expect(findLanguage(named)).toEqual(is);
  });

  it('is in the table for every code of every model, once, and no other is', () => {
    const named = new Set(A2E_MODELS.flatMap((model) => ENGINES[model].languages));
    expect(LANGUAGES.map(({ code }) => code).sort()).toEqual([...named].sort());
  });

  it('has no name or code that another has', () => {
    const names = LANGUAGES.flatMap(({ code, iso3, name, own, aliases }) => [
      ...new Set([code, iso3, name.toLowerCase(), own.toLowerCase(), ...aliases]),
    ]);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each([
    { language: 'en', regions: ['US', 'GB', 'AU', 'CA'] },
    { language: 'fr', regions: ['FR', 'CA'] },
    { language: 'pt', regions: ['BR', 'PT'] },
    { language: 'es', regions: ['ES', 'MX'] },
    { language: 'de', regions: [] },
  ])('$language is offered in the ways $regions', ({ language, regions }) => {
    expect(regionsOf(language)).toEqual(regions);
  });

  it('is written with its region in words', () => {
    expect(languageWords({ language: 'en', region: 'GB' })).toBe('English (UK)');
    expect(languageWords({ language: 'pt', region: 'BR' })).toBe('Portuguese (Brazil)');
    expect(languageWords({ language: 'tlh' })).toBe('tlh');
  });

  it.each([
    {
      typed: 'eng',
      finds: ['English', 'English (US)', 'English (UK)', 'English (Australia)', 'English (Canada)'],
    },
    { typed: 'uk', finds: ['English (UK)', 'Ukrainian'] },
    { typed: 'bras', finds: [] },
    { typed: 'braz', finds: ['Portuguese', 'Portuguese (Brazil)', 'Portuguese (Portugal)'] },
    { typed: 'suo', finds: ['Finnish'] },
  ])('is found while “$typed” is typed', ({ typed, finds }) => {
    const found = languageChoices().filter((choice) => languageMatches(choice, typed));
    expect(found.map(languageWords)).toEqual(finds);
  });
});
