import { fail, ok, type Result } from '../result.ts';
import type { Pcm } from './wav.ts';

interface Format {
  readonly kind: 'pcm' | 'float';
  readonly channels: number;
  readonly sampleRate: number;
  readonly bitDepth: number;
}

const MAX_SAMPLE_RATE = 768_000;

/**
 * Reads a WAV file: PCM of 8, 16, 24 or 32 bits, float of 32 or 64, plain or extensible, any number of channels
 * (averaged to mono), chunks in any order. A data size of 0 or 0xFFFFFFFF, or past the end (a stream, a cut file) means
 * "to the end". Fails with `not-audio` where it is no WAV at all, with `audio-broken` where it is one that cannot be read.
 */
export function decodeWav(bytes: Uint8Array): Result<Pcm, 'not-audio' | 'audio-broken'> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || word(bytes, 0) !== 'RIFF' || word(bytes, 8) !== 'WAVE') return fail('not-audio');
  let format: Format | undefined;
  let at = 12;
  while (at + 8 <= bytes.length) {
    const id = word(bytes, at);
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (id === 'fmt ') {
      const read = readFormat(view, body, Math.min(size, bytes.length - body));
      if (!read.ok) return read;
      format = read.value;
    } else if (id === 'data') {
      if (!format) return fail('audio-broken', { detail: 'the data comes before the format' });
      const rest = bytes.length - body;
      const length = size === 0 || size > rest ? rest : size;
      return ok(readSamples(view, body, length, format));
    }
    at = body + size + (size % 2);
  }
  return fail('audio-broken', { detail: 'there is no sound in the file' });
}

function word(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

function readFormat(view: DataView, at: number, size: number): Result<Format, 'audio-broken'> {
  if (size < 16) return fail('audio-broken', { detail: 'the format is cut short' });
  const plainTag = view.getUint16(at, true);
  // WAVE_FORMAT_EXTENSIBLE keeps the real tag in the first two bytes of its sub-format.
  const tag = plainTag === 0xfffe && size >= 26 ? view.getUint16(at + 24, true) : plainTag;
  const channels = view.getUint16(at + 2, true);
  const sampleRate = view.getUint32(at + 4, true);
  const bitDepth = view.getUint16(at + 14, true);
  const kind = tag === 1 ? 'pcm' : tag === 3 ? 'float' : undefined;
  const depths = kind === 'float' ? [32, 64] : [8, 16, 24, 32];
  if (!kind || !depths.includes(bitDepth))
    return fail('audio-broken', { detail: `WAV of format ${tag} with ${bitDepth} bits is not supported` });
  if (channels < 1 || sampleRate < 1 || sampleRate > MAX_SAMPLE_RATE)
    return fail('audio-broken', { detail: `${channels} channels at ${sampleRate} Hz` });
  return ok({ kind, channels, sampleRate, bitDepth });
}

function readSamples(view: DataView, at: number, length: number, format: Format): Pcm {
  const step = format.bitDepth / 8;
  const count = Math.floor(length / (step * format.channels));
  const samples = new Float32Array(count);
  const read = sampleReader(view, format);
  for (let i = 0, position = at; i < count; i++) {
    let sum = 0;
    for (let c = 0; c < format.channels; c++, position += step) sum += read(position);
    samples[i] = sum / format.channels;
  }
  return { sampleRate: format.sampleRate, samples, bitDepth: format.bitDepth };
}

function sampleReader(view: DataView, { kind, bitDepth }: Format): (at: number) => number {
  if (kind === 'float')
    return bitDepth === 32 ? (at) => view.getFloat32(at, true) : (at) => view.getFloat64(at, true);
  switch (bitDepth) {
    case 8:
      return (at) => (view.getUint8(at) - 128) / 128;
    case 16:
      return (at) => view.getInt16(at, true) / 32768;
    case 24:
      return (at) => (view.getUint16(at, true) + (view.getInt8(at + 2) << 16)) / 8388608;
    default:
      return (at) => view.getInt32(at, true) / 2147483648;
  }
}
