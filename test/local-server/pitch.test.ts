import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { median, voicedPitches } from '../../electron/local-server/pitch.ts';
import { nearestStockVoice } from '../../electron/local-server/stock-voices.ts';
import { decodeSound } from '../../electron/recording/decode-sound.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';
import { spokenWav } from './serving.ts';

/** A tone with five harmonics, as a voice has. */
function buzz(
  pitchHz: number,
  sampleRate: number,
  level = 0.3,
): { sampleRate: number; samples: Float32Array } {
  const samples = Float32Array.from({ length: sampleRate }, (_, i) =>
    [1, 2, 3, 4, 5].reduce(
      (sum, n) => sum + (Math.sin((2 * Math.PI * n * pitchHz * i) / sampleRate) * level) / n,
      0,
    ),
  );
  return { sampleRate, samples };
}

describe('the pitch of made sound', () => {
  test.each([
    [70, 16_000],
    [110, 16_000],
    [165, 44_100],
    [220, 48_000],
    [380, 96_000],
    [150, 8_000],
  ])('%i Hz at a rate of %i is found to one per cent', (pitchHz, sampleRate) => {
    const found = median(voicedPitches(buzz(pitchHz, sampleRate))) ?? 0;
    expect(Math.abs(found / pitchHz - 1)).toBeLessThan(0.01);
  });

  test('silence, a whisper of a level and noise have none', () => {
    expect(voicedPitches({ sampleRate: 16_000, samples: new Float32Array(16_000) })).toEqual([]);
    expect(voicedPitches(buzz(120, 16_000, 0.001))).toEqual([]);
    const noise = Float32Array.from({ length: 16_000 }, () => Math.random() - 0.5);
    expect(voicedPitches({ sampleRate: 16_000, samples: noise }).length).toBeLessThan(5);
  });

  test('the middle value', () => {
    expect([median([]), median([3]), median([1, 2]), median([9, 1, 5])]).toEqual([undefined, 3, 1, 5]);
  });
});

test.each([
  ['slt', 'slt'],
  ['rms', 'rms'],
  ['awb', 'rms'],
] as const)('the stock voice %s is nearest to %s', async (voice, nearest) => {
  const decoded = decodeWav(await spokenWav(voice));
  if (!decoded.ok) throw new Error(decoded.fault.code);
  expect(nearestStockVoice(median(voicedPitches(decoded.value)) ?? 0)).toBe(nearest);
});

const SPEECH = process.env['TIMBRE_SPEECH'] ?? resolve('../shared/speech');

function recordings(): string[] {
  return existsSync(SPEECH) ? readdirSync(SPEECH).filter((name) => name.endsWith('.flac')) : [];
}

if (recordings().length === 0)
  console.warn('Skipped: no recordings of people (set TIMBRE_SPEECH to a folder of LibriSpeech FLAC files).');

describe.skipIf(recordings().length === 0)('recordings of people', () => {
  test.each([
    ['2414', 'rms'],
    ['2609', 'rms'],
    ['3005', 'rms'],
    ['3080', 'slt'],
    ['3331', 'slt'],
    ['367', 'slt'],
  ])('each utterance of reader %s is nearest to %s', async (reader, nearest) => {
    const own = recordings().filter((name) => name.startsWith(`${reader}-`));
    expect(own.length).toBeGreaterThan(0);
    for (const name of own) {
      const decoded = await decodeSound(readFileSync(join(SPEECH, name)));
      if (!decoded.ok) throw new Error(decoded.fault.code);
      const pitches = voicedPitches(decoded.value);
      expect(pitches.length).toBeGreaterThan(25);
      expect(nearestStockVoice(median(pitches) ?? 0)).toBe(nearest);
    }
  });
});
