import { open } from 'node:fs/promises';
import { fail, ok, type Result } from '../result.ts';
import type { RecordingFaultCode, Take } from './take.ts';
import { type Pcm, WAV_HEADER_BYTES, wavHeader } from './wav.ts';
import { decodeWav } from './wav-read.ts';

/**
 * Reads the samples `from` up to and without `to` of a kept take's file, and no more of it: a take may be hours long.
 * Fails with `audio-broken` where the file is shorter than that, or cannot be read.
 */
export async function readTakeSpan(
  path: string,
  { sampleRate, bitDepth }: Pick<Take, 'sampleRate' | 'bitDepth'>,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Result<Pcm, RecordingFaultCode>> {
  const bytesPerSample = bitDepth / 8;
  const samples = Math.max(0, to - from);
  const bytes = new Uint8Array(WAV_HEADER_BYTES + samples * bytesPerSample);
  bytes.set(wavHeader({ sampleRate, bitDepth, samples }));
  try {
    const file = await open(path, 'r');
    try {
      const at = WAV_HEADER_BYTES + from * bytesPerSample;
      const wanted = samples * bytesPerSample;
      const { bytesRead } = await file.read(bytes, WAV_HEADER_BYTES, wanted, at);
      if (bytesRead < wanted) return fail('audio-broken', { detail: 'the recording is shorter than that' });
    } finally {
      await file.close();
    }
  } catch (error) {
    return fail('audio-broken', { detail: error instanceof Error ? error.message : String(error) });
  }
  return samples === 0 ? ok({ sampleRate, bitDepth, samples: new Float32Array() }) : decodeWav(bytes);
}
