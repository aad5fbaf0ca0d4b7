import { expect, it } from 'vitest';
import { addPublicVoice } from '../../../electron/cloning/voice/public-voice.ts';
import type { Voice } from '../../../electron/cloning/voice/voice.ts';
import { ok } from '../../../electron/result.ts';

function shelf() {
  const voices: Voice[] = [];
  let count = 0;
  const save = (voice: Voice) => {
    voices.push(voice);
    return ok(voice);
  };
  return { voices, parts: { shelf: { list: () => voices, save }, now: () => 7, newId: () => `v${++count}` } };
}
const ARIA = {
  ...{ server: 'https://a2e.example', language: 'en', region: 'US' },
  voice: { id: 'tts-1', name: 'Aria', gender: 'female' },
} as const;

it('is in the library at once, ready, and nobody’s clone', () => {
  const { parts, voices } = shelf();
  expect(addPublicVoice(ARIA, parts)).toMatchObject({
    ok: true,
    value: {
      ...{ id: 'v1', name: 'Aria', takeIds: [], origin: { is: 'public' }, consent: { how: 'elsewhere' } },
      state: { status: 'completed', remoteId: 'tts-1' },
    },
  });
  expect(voices).toHaveLength(1);
});

it('that is there already is not added twice; another of its name is refused', () => {
  const { parts, voices } = shelf();
  addPublicVoice(ARIA, parts);
  expect(addPublicVoice(ARIA, parts)).toMatchObject({ ok: true, value: { id: 'v1' } });
  expect(addPublicVoice({ ...ARIA, voice: { id: 'tts-2', name: 'ARIA' } }, parts)).toMatchObject({
    fault: { code: 'voice-name-taken' },
  });
  expect(addPublicVoice({ ...ARIA, server: 'local' }, parts).ok).toBe(true);
  expect(voices).toHaveLength(2);
});
