import { describe, expect, it } from 'vitest';
import type { BitDepth } from '../../electron/recording/take.ts';
import { encodePcm, encodeWav, wavHeader } from '../../electron/recording/wav.ts';
import { decodeWav } from '../../electron/recording/wav-read.ts';

const DEPTHS: readonly BitDepth[] = [16, 24];

describe('the header of a WAV', () => {
  const fields = [
    { what: 'the RIFF mark', at: 0, bytes: 4, value: 0x46464952 },
    { what: 'the length of what follows', at: 4, bytes: 4, value: 36 + 5 * 3 },
    { what: 'the WAVE mark', at: 8, bytes: 4, value: 0x45564157 },
    { what: 'the mark of the format', at: 12, bytes: 4, value: 0x20746d66 },
    { what: 'the length of the format', at: 16, bytes: 4, value: 16 },
    { what: 'PCM', at: 20, bytes: 2, value: 1 },
    { what: 'one channel', at: 22, bytes: 2, value: 1 },
    { what: 'the sample rate', at: 24, bytes: 4, value: 48_000 },
    { what: 'bytes per second', at: 28, bytes: 4, value: 144_000 },
    { what: 'bytes per sample', at: 32, bytes: 2, value: 3 },
    { what: 'bits per sample', at: 34, bytes: 2, value: 24 },
    { what: 'the mark of the data', at: 36, bytes: 4, value: 0x61746164 },
    { what: 'the length of the data', at: 40, bytes: 4, value: 15 },
  ];

  it.each(fields)('has $what at byte $at', ({ at, bytes, value }) => {
    const header = wavHeader({ sampleRate: 48_000, bitDepth: 24, samples: 5 });
    const view = new DataView(header.buffer);
    expect(bytes === 4 ? view.getUint32(at, true) : view.getUint16(at, true)).toBe(value);
  });

  it('is 44 bytes, every one of them named above', () => {
    expect(wavHeader({ sampleRate: 8000, bitDepth: 16, samples: 0 }).length).toBe(44);
    expect(fields.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(44);
  });
});

describe.each(DEPTHS)('PCM of %i bits', (bitDepth) => {
  const full = 2 ** (bitDepth - 1);
  const lsb = (value: number) => {
    const [a = 0, b = 0, c = 0] = encodePcm(new Float32Array([value]), bitDepth);
    return bitDepth === 16 ? ((a | (b << 8)) << 16) >> 16 : ((a | (b << 8) | (c << 16)) << 8) >> 8;
  };

  it.each([
    { what: 'silence', sample: 0, is: 0 },
    { what: 'the lowest', sample: -1, is: -full },
    { what: 'the highest, which is one step below full scale', sample: 1, is: full - 1 },
    { what: 'one step', sample: 1 / full, is: 1 },
    { what: 'one step down', sample: -1 / full, is: -1 },
    { what: 'something beyond full scale', sample: 1.5, is: full - 1 },
    { what: 'something below the lowest', sample: -7, is: -full },
    { what: 'infinity', sample: Number.POSITIVE_INFINITY, is: full - 1 },
    { what: 'minus infinity', sample: Number.NEGATIVE_INFINITY, is: -full },
    { what: 'what is no number', sample: Number.NaN, is: 0 },
  ])('writes $what as $is', ({ sample, is }) => {
    expect(lsb(sample)).toBe(is);
  });

  it('gives every step back to the bit', () => {
    const stride = bitDepth === 16 ? 1 : 251;
    const steps = Math.floor((2 * full) / stride);
    const samples = Float32Array.from({ length: steps }, (_, i) => (i * stride - full) / full);
    const read = decodeWav(encodeWav({ sampleRate: 44_100, samples }, bitDepth));
    expect(read.ok && Buffer.from(read.value.samples.buffer).equals(Buffer.from(samples.buffer))).toBe(true);
  });

  it('reads its own file with rate, depth and length', () => {
    const file = encodeWav({ sampleRate: 22_050, samples: new Float32Array(7) }, bitDepth);
    expect(file.length).toBe(44 + 7 * (bitDepth / 8));
    expect(decodeWav(file)).toMatchObject({
      ok: true,
      value: { sampleRate: 22_050, bitDepth, samples: { length: 7 } },
    });
  });
});
