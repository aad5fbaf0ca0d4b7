import { open } from 'node:fs/promises';
import type { Take } from '../take.ts';
import { WAV_HEADER_BYTES } from '../wav.ts';

/**
 * The sound of a kept take in blocks of a second, mono, −1…1, read as it is asked for: a take of any length takes the memory
 * of one block. Throws what the file system throws; ends where the file does.
 */
export async function* takeBlocks(
  path: string,
  { sampleRate, bitDepth, samples }: Pick<Take, 'sampleRate' | 'bitDepth' | 'samples'>,
): AsyncGenerator<Float32Array> {
  const step = bitDepth / 8;
  const block = Math.max(1, Math.round(sampleRate));
  const file = await open(path, 'r');
  try {
    for (let at = 0; at < samples; at += block) {
      const bytes = new Uint8Array(Math.min(block, samples - at) * step);
      const { bytesRead } = await file.read(bytes, 0, bytes.length, WAV_HEADER_BYTES + at * step);
      const read = Math.floor(bytesRead / step);
      if (read > 0) yield decodePcm(bytes.subarray(0, read * step), bitDepth);
      if (read * step < bytes.length) return;
    }
  } finally {
    await file.close();
  }
}

function decodePcm(bytes: Uint8Array, bitDepth: Take['bitDepth']): Float32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const step = bitDepth / 8;
  const samples = new Float32Array(bytes.length / step);
  for (let i = 0, at = 0; i < samples.length; i++, at += step)
    samples[i] =
      bitDepth === 16
        ? view.getInt16(at, true) / 32768
        : (view.getUint16(at, true) + (view.getInt8(at + 2) << 16)) / 8388608;
  return samples;
}
