import { describe, expect, it } from 'vitest';
import { A2E_MODELS } from '../../../electron/a2e/wire.ts';
import { ENGINES, speaksLanguage } from '../../../electron/cloning/engines/engines.ts';
import { regionOf } from '../../../electron/cloning/engines/regions.ts';

describe('the engines', () => {
  it.each([
    { model: 'a2e', languages: 13 },
    { model: 'minimax', languages: 24 },
    { model: 'cartesia', languages: 15 },
    { model: 'elevenlabs', languages: 10 },
  ] as const)('$model speaks $languages languages, each named once', ({ model, languages }) => {
    expect(ENGINES[model].languages).toHaveLength(languages);
    expect(new Set(ENGINES[model].languages).size).toBe(languages);
    for (const language of ENGINES[model].languages) expect(language).toMatch(/^[a-z]{2,3}$/);
  });

  it.each(A2E_MODELS)('%s takes 10 to 60 seconds, and is at its best within them', (model) => {
    const { minSeconds, maxSeconds, sweetSpot } = ENGINES[model];
    expect([minSeconds, maxSeconds]).toEqual([10, 60]);
    expect(sweetSpot.from).toBeGreaterThanOrEqual(minSeconds);
    expect(sweetSpot.to).toBeLessThanOrEqual(maxSeconds);
    expect(sweetSpot.from).toBeLessThan(sweetSpot.to);
  });

  it.each(A2E_MODELS)('%s goes by its own name and speaks English', (model) => {
    expect(ENGINES[model].model).toBe(model);
    expect(speaksLanguage(model, 'en')).toBe(true);
  });

  it('are told apart by language', () => {
    expect(speaksLanguage('minimax', 'yue')).toBe(true);
    expect(speaksLanguage('a2e', 'yue')).toBe(false);
    expect(speaksLanguage('cartesia', 'sv')).toBe(true);
    expect(speaksLanguage('a2e', 'EN')).toBe(false);
    expect(speaksLanguage('a2e', '')).toBe(false);
  });
});

describe('the region that goes with a language', () => {
  it.each([
    { language: 'en', region: 'US' },
    { language: 'de', region: 'DE' },
    { language: 'zh', region: 'CN' },
    { language: 'yue', region: 'HK' },
    { language: 'pt', region: 'BR' },
  ])('is $region for $language', ({ language, region }) => {
    expect(regionOf(language)).toBe(region);
  });

  it('is known for every language of every engine', () => {
    const languages = new Set(A2E_MODELS.flatMap((model) => ENGINES[model].languages));
    const regions = [...languages].map((language) => [language, regionOf(language)]);
    expect(regions.filter(([language, region]) => region === 'US' && language !== 'en')).toEqual([]);
    for (const [, region] of regions) expect(region).toMatch(/^[A-Z]{2}$/);
  });

  it('is the United States for a language nobody speaks', () => {
    expect(regionOf('xx')).toBe('US');
  });
});
