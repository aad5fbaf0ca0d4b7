import createRnnoise from '@jitsi/rnnoise-wasm/dist/rnnoise.js';
import { resample } from '../resample.ts';

/** The only rate RNNoise knows, in Hz, and the samples of its frames. */
const RATE = 48_000;
const FRAME = 480;
/** RNNoise takes samples of 16 bits as numbers, not shares of full scale. */
const FULL_SCALE = 32_768;

/**
 * Speech without its steady background noise, by RNNoise (Valin 2018, a recurrent network over Bark bands; xiph.org).
 * As long as it was, to the sample, and in step: RNNoise answers one frame late, which is made up for. `sampleRate` in
 * Hz; `wasm` is the package's `rnnoise.wasm`. About a second of work for eight of sound.
 */
export async function denoise(
  sound: { readonly samples: Float32Array<ArrayBuffer>; readonly sampleRate: number },
  wasm: Uint8Array,
): Promise<Float32Array<ArrayBuffer>> {
  const { samples, sampleRate } = sound;
  const rnnoise = await createRnnoise({ wasmBinary: wasm });
  const state = rnnoise._rnnoise_create();
  const frameAt = rnnoise._malloc(FRAME * Float32Array.BYTES_PER_ELEMENT);
  try {
    const noisy = resample(samples, sampleRate, RATE);
    const clean = new Float32Array(noisy.length);
    for (let at = 0; at < noisy.length + FRAME; at += FRAME) {
      // Memory that grew is other memory: looked up anew for each frame.
      const frame = rnnoise.HEAPF32.subarray(frameAt / 4, frameAt / 4 + FRAME);
      for (let i = 0; i < FRAME; i++) frame[i] = (noisy[at + i] ?? 0) * FULL_SCALE;
      rnnoise._rnnoise_process_frame(state, frameAt, frameAt);
      for (let i = 0; i < FRAME; i++) {
        const place = at - FRAME + i;
        if (place >= 0 && place < clean.length) clean[place] = (frame[i] as number) / FULL_SCALE;
      }
    }
    return fitted(resample(clean, RATE, sampleRate), samples.length);
  } finally {
    rnnoise._free(frameAt);
    rnnoise._rnnoise_destroy(state);
  }
}

/** Resampling there and back may end a sample early or late. */
function fitted(samples: Float32Array<ArrayBuffer>, length: number): Float32Array<ArrayBuffer> {
  if (samples.length === length) return samples;
  const out = new Float32Array(length);
  out.set(samples.subarray(0, length));
  return out;
}
