import { describe, expect, it } from 'vitest';
import { PURPOSES } from '../../../electron/cloning/engines/engines.ts';
import { LANGUAGES } from '../../../electron/cloning/engines/language-table.ts';
import { recommendModel } from '../../../electron/cloning/engines/recommend-model.ts';

describe('the model that is recommended', () => {
  it.each([
    {
      need: { language: 'en', purpose: 'everyday' },
      reason: 'A2E is recommended for English and Chinese, and a good all-rounder.',
    },
    {
      need: { language: 'en', purpose: 'long' },
      reason: 'ElevenLabs is expressive, and made for long texts.',
    },
    {
      need: { language: 'en', region: 'GB', purpose: 'everyday' },
      reason: 'ElevenLabs is the one named for English (UK).',
    },
    {
      need: { language: 'es', region: 'MX', purpose: 'long' },
      reason: 'ElevenLabs is the one named for Spanish (Mexico), and expressive, and made for long texts.',
    },
    { need: { language: 'de', purpose: 'everyday' }, reason: 'A2E is a good all-rounder.' },
    {
      need: { language: 'de', purpose: 'clear' },
      reason: 'Cartesia is known for its clear pronunciation, and recommended for European languages.',
    },
    {
      need: { language: 'zh', purpose: 'quick' },
      reason: 'MiniMax is the fastest, and recommended for China, South-East Asia and India.',
    },
    { need: { language: 'th', purpose: 'long' }, reason: 'MiniMax is the only one that speaks Thai.' },
    { need: { language: 'sv', purpose: 'quick' }, reason: 'Cartesia is the only one that speaks Swedish.' },
    {
      need: { language: 'tr', purpose: 'long' },
      reason: 'Cartesia is recommended for European languages.',
    },
  ] as const)('for $need is said with its reason', ({ need, reason }) => {
    expect(recommendModel(need)?.reason).toBe(reason);
  });

  it('speaks the language, whatever the purpose; there is one for each that A2E names', () => {
    for (const { code } of LANGUAGES)
      for (const purpose of PURPOSES) expect(recommendModel({ language: code, purpose })).toBeTruthy();
  });

  it('is none for a language that nobody speaks', () => {
    expect(recommendModel({ language: 'tlh', purpose: 'everyday' })).toBeUndefined();
  });
});
