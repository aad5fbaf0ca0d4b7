import nodeWav from 'node-wav';
import wavEncoder from 'wav-encoder';
import wavefile from 'wavefile';
import type { BitDepth } from '../../../electron/recording/take.ts';
import { encodeWav } from '../../../electron/recording/wav.ts';

/** Makes a whole WAV file of mono samples (−1…1). */
export type Encode = (samples: Float32Array, bitDepth: BitDepth) => Uint8Array;

export const SAMPLE_RATE = 48_000;

/** Timbre's encoder and the ones on npm, each asked as its documentation says. */
export const ENCODERS: Readonly<Record<'timbre' | 'node-wav' | 'wav-encoder' | 'wavefile', Encode>> = {
  timbre: (samples, bitDepth) => encodeWav({ sampleRate: SAMPLE_RATE, samples }, bitDepth),
  'node-wav': (samples, bitDepth) =>
    nodeWav.encode([samples], { sampleRate: SAMPLE_RATE, float: false, bitDepth }),
  'wav-encoder': (samples, bitDepth) =>
    new Uint8Array(wavEncoder.encode.sync({ sampleRate: SAMPLE_RATE, channelData: [samples] }, { bitDepth })),
  // It takes whole numbers. Scaling them here is the quicker of its two ways; the other, from 32-bit float by
  // `toBitDepth`, makes several copies more.
  wavefile: (samples, bitDepth) => {
    const file = new wavefile.WaveFile();
    file.fromScratch(1, SAMPLE_RATE, String(bitDepth), scaled(samples, bitDepth));
    return file.toBuffer();
  },
};

function scaled(samples: Float32Array, bitDepth: BitDepth): Int32Array {
  const full = 2 ** (bitDepth - 1);
  const whole = new Int32Array(samples.length);
  for (let i = 0; i < whole.length; i++)
    whole[i] = Math.max(-full, Math.min(full - 1, Math.round((samples[i] ?? 0) * full)));
  return whole;
}
