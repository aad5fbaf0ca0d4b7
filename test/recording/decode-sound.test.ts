import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeSound } from '../../electron/recording/decode-sound.ts';
import { encodeWav } from '../../electron/recording/wav.ts';
import { dominant, seeded, sine } from './tones.ts';

/** Two seconds of 440 Hz at 24 kHz, mono, 32 kbit/s. */
const TONE = await readFile(join(import.meta.dirname, 'tone.mp3'));
const PITCHES = [220, 330, 415, 440, 466, 660, 880];

async function decoded(bytes: Uint8Array) {
  const sound = await decodeSound(bytes);
  if (!sound.ok) throw new Error(sound.fault.code);
  return sound.value;
}

const endOf = async (bytes: Uint8Array) => {
  const sound = await decodeSound(bytes);
  return sound.ok ? 'sound' : sound.fault.code;
};

describe('an MP3', () => {
  it('has its rate, its length and its pitch', async () => {
    const { sampleRate, samples, bitDepth } = await decoded(TONE);
    expect(sampleRate).toBe(24_000);
    expect(bitDepth).toBe(16);
    expect(Math.abs(samples.length / sampleRate - 2)).toBeLessThan(0.05);
    expect(dominant(samples, sampleRate, PITCHES)).toBe(440);
    expect(samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0)).toBeLessThan(1);
  });

  it('is told by its first frame where it has no tag before it', async () => {
    const size = ((TONE[6] ?? 0) << 21) | ((TONE[7] ?? 0) << 14) | ((TONE[8] ?? 0) << 7) | (TONE[9] ?? 0);
    const bare = TONE.subarray(10 + size);
    expect(bare[0]).toBe(0xff);
    const { sampleRate, samples } = await decoded(bare);
    expect(dominant(samples, sampleRate, PITCHES)).toBe(440);
  });

  it('that is nothing but its tag is broken', async () => {
    expect(await endOf(Buffer.concat([Buffer.from('ID3\x04\0\0\0\0\0\x0a'), Buffer.alloc(10)]))).toBe(
      'audio-broken',
    );
  });

  it('cut or damaged anywhere is read as far as it goes or refused, never thrown at', async () => {
    const random = seeded(7);
    for (let round = 0; round < 30; round++) {
      const damaged = Uint8Array.from(TONE.subarray(0, Math.floor(TONE.length * random())));
      for (let hit = 0; hit < 20; hit++)
        damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
      expect(['sound', 'audio-broken', 'not-audio']).toContain(await endOf(damaged));
    }
  });
});

describe('sound is told by its first bytes', () => {
  it('as a WAV', async () => {
    const samples = sine({ hz: 440, sampleRate: 16_000, seconds: 0.2 });
    const sound = await decoded(encodeWav({ sampleRate: 16_000, samples }, 24));
    expect(sound).toMatchObject({ sampleRate: 16_000, bitDepth: 24 });
    expect(dominant(sound.samples, 16_000, PITCHES)).toBe(440);
  });

  it.each([
    { what: 'a web page', bytes: Buffer.from('<!doctype html><title>Sign in</title>') },
    { what: 'JSON', bytes: Buffer.from('{"code":401}') },
    { what: 'a picture', bytes: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1') },
  ])('and $what is none', async ({ bytes }) => {
    expect(await endOf(bytes)).toBe('not-audio');
  });
});
