import type { BitDepth } from './take.ts';

/** Length in bytes of the header that `wavHeader` makes. */
export const WAV_HEADER_BYTES = 44;

/** Mono sound in memory. */
export interface Pcm {
  /** Hz. */
  readonly sampleRate: number;
  /** Mono, −1…1; more channels were averaged. */
  readonly samples: Float32Array<ArrayBuffer>;
  /** Bits per sample of the file it came from (32 for float). */
  readonly bitDepth: number;
}

/**
 * The 44-byte header of a mono PCM WAV (RIFF/WAVE, Microsoft's Multimedia Programming Interface 1.0). `samples` is the
 * number of samples that follow. A data chunk of odd length (24-bit) is followed by no pad byte, as the file ends there.
 */
export function wavHeader({
  sampleRate,
  bitDepth,
  samples,
}: {
  sampleRate: number;
  bitDepth: BitDepth;
  samples: number;
}): Uint8Array<ArrayBuffer> {
  const bytesPerSample = bitDepth / 8;
  const dataBytes = samples * bytesPerSample;
  const header = new Uint8Array(WAV_HEADER_BYTES);
  const view = new DataView(header.buffer);
  const text = (at: number, word: string) => {
    for (let i = 0; i < 4; i++) header[at + i] = word.charCodeAt(i);
  };
  text(0, 'RIFF');
  view.setUint32(4, 36 + dataBytes, true);
  text(8, 'WAVE');
  text(12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRate, true);
  view.setUint32(28, sampleRate * bytesPerSample, true);
  view.setUint16(32, bytesPerSample, true);
  view.setUint16(34, bitDepth, true);
  text(36, 'data');
  view.setUint32(40, dataBytes, true);
  return header;
}

/**
 * Mono samples (−1…1) as little-endian PCM. Scaled by 2^(bits−1) and rounded, so that what came from a device of that
 * depth comes out to the bit; values beyond full scale are clamped, NaN becomes 0.
 */
export function encodePcm(samples: Float32Array, bitDepth: BitDepth): Uint8Array<ArrayBuffer> {
  return bitDepth === 16 ? encode16(samples) : encode24(samples);
}

function encode16(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const out = new Int16Array(samples.length);
  for (let i = 0; i < samples.length; i++) {
    // As Math.round, several times faster.
    const scaled = Math.floor((samples[i] ?? 0) * 32768 + 0.5);
    out[i] = scaled > 32767 ? 32767 : scaled < -32768 ? -32768 : scaled;
  }
  return new Uint8Array(out.buffer);
}

function encode24(samples: Float32Array): Uint8Array<ArrayBuffer> {
  const out = new Uint8Array(samples.length * 3);
  for (let i = 0, at = 0; i < samples.length; i++) {
    const scaled = Math.floor((samples[i] ?? 0) * 8388608 + 0.5);
    const value = (scaled > 8388607 ? 8388607 : scaled < -8388608 ? -8388608 : scaled) | 0;
    out[at++] = value;
    out[at++] = value >> 8;
    out[at++] = value >> 16;
  }
  return out;
}

/** A whole mono WAV file. */
export function encodeWav(
  pcm: { sampleRate: number; samples: Float32Array },
  bitDepth: BitDepth,
): Uint8Array<ArrayBuffer> {
  const data = encodePcm(pcm.samples, bitDepth);
  const header = wavHeader({ sampleRate: pcm.sampleRate, bitDepth, samples: pcm.samples.length });
  const file = new Uint8Array(header.length + data.length);
  file.set(header);
  file.set(data, header.length);
  return file;
}
