import { ok, type Result } from '../result.ts';
import { monoSamples, type WavFault, type WavLayout, walkWav } from './decoding/wav-layout.ts';
import type { Pcm } from './wav.ts';

/**
 * Reads a WAV file that is in memory: PCM of 8, 16, 24 or 32 bits, float of 32 or 64, plain or extensible, any number of
 * channels (averaged to mono). Fails with `not-audio` where it is no WAV at all, with `format-not-supported` where it
 * holds something else than samples (facts: `format`), with `audio-broken` where it cannot be read.
 */
export function decodeWav(bytes: Uint8Array): Result<Pcm, WavFault> {
  const layout = layoutOf(bytes);
  if (!layout.ok) return layout;
  const { at, length, format } = layout.value;
  const samples = monoSamples(bytes.subarray(at, at + length), format);
  return ok({ sampleRate: format.sampleRate, samples, bitDepth: format.bitDepth });
}

function layoutOf(bytes: Uint8Array): Result<WavLayout, WavFault> {
  const walk = walkWav(bytes.length);
  let step = walk.next();
  while (!step.done) {
    const { at, length } = step.value;
    step = walk.next(bytes.subarray(at, at + length));
  }
  return step.value;
}
