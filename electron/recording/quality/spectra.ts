import { FLOOR_DB, powerDb } from './decibel.ts';
import { createRealFft, hann } from './fft.ts';
import { FRAME_SECONDS } from './frame-levels.ts';
import { createPitchFinder } from './pitch.ts';

/** The one pass over the spectrum of a sound, one frame every 20 ms, from which several checks read. */
export interface Spectra {
  readonly frames: number;
  /** Levels in dB of `MEL_BANDS` bands, frame after frame. A band above half the sample rate is `FLOOR_DB`. */
  readonly bands: Float32Array;
  /** Voice pitch in Hz of frames in speech, 0 where there is none. */
  readonly pitch: Float32Array;
  /** Mean power of slots of `slotHz` from 0 Hz up, in the frames of speech and in those of pauses. */
  readonly speech: Float64Array;
  readonly pause: Float64Array;
  readonly slotHz: number;
}

/** Bands of equal width on the mel scale (O'Shaughnessy 1987), edge to edge. */
export const MEL_BANDS = 24;
const LOWEST_HZ = 80;
const HIGHEST_HZ = 7600;
/** A frame looks at 30 to 60 ms: several periods of the lowest voice. */
const LEAST_WINDOW_SECONDS = 0.03;
const SLOT_HZ = 125;

/** `isSpeech` says of each 20 ms frame whether it is speech (1), a pause (0), or neither for sure (2). */
export function spectraOf(samples: Float32Array, sampleRate: number, isSpeech: Uint8Array): Spectra {
  const size = 2 ** Math.ceil(Math.log2(LEAST_WINDOW_SECONDS * sampleRate));
  const fft = createRealFft(size);
  const power = new Float64Array(size / 2 + 1);
  const cut = createCutter(samples, size);
  const findPitch = createPitchFinder(size, sampleRate);
  const edges = melEdges(size, sampleRate);
  const slots = createSlots(size, sampleRate);
  const frames = isSpeech.length;
  const bands = new Float32Array(frames * MEL_BANDS);
  const pitch = new Float32Array(frames);
  const hop = FRAME_SECONDS * sampleRate;
  for (let i = 0; i < frames; i++) {
    fft.power(cut(Math.round((i + 0.5) * hop - size / 2)), power);
    for (let band = 0; band < MEL_BANDS; band++)
      bands[i * MEL_BANDS + band] = bandLevel(power, edges[band] as number, edges[band + 1] as number);
    if (isSpeech[i] === 1) pitch[i] = findPitch(power);
    slots.add(power, isSpeech[i] as number);
  }
  return { frames, bands, pitch, speech: slots.mean(1), pause: slots.mean(0), slotHz: slots.slotHz };
}

/** Cuts windowed frames out of the sound; silence lies beyond its ends. Scaled so that |X|² sums to the mean square. */
function createCutter(samples: Float32Array, size: number): (from: number) => Float64Array {
  const window = hann(size).map((value) => value * Math.sqrt(16 / 3 / (size * size)));
  const frame = new Float64Array(size);
  const edge = new Float32Array(size);
  return (from) => {
    const inside = from >= 0 && from + size <= samples.length;
    if (!inside) {
      const first = Math.max(0, from);
      edge.fill(0);
      edge.set(samples.subarray(first, Math.max(first, from + size)), first - from);
    }
    const source = inside ? samples : edge;
    for (let i = 0, at = inside ? from : 0; i < size; i++, at++)
      frame[i] = (source[at] as number) * (window[i] as number);
    return frame;
  };
}

function bandLevel(power: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let k = from; k < to; k++) sum += power[k] as number;
  return to > from ? powerDb(sum) : FLOOR_DB;
}

/** First bins of the bands and the end of the last. */
function melEdges(size: number, sampleRate: number): Uint16Array {
  const mel = (hz: number) => Math.log(1 + hz / 700);
  const [low, high] = [mel(LOWEST_HZ), mel(HIGHEST_HZ)];
  return Uint16Array.from({ length: MEL_BANDS + 1 }, (_, i) => {
    const hz = 700 * (Math.exp(low + ((high - low) * i) / MEL_BANDS) - 1);
    return Math.min(size / 2 + 1, Math.round((hz / sampleRate) * size));
  });
}

/** Sums the spectrum in slots over the frames of speech and of pauses. */
function createSlots(size: number, sampleRate: number) {
  const width = Math.max(1, Math.round((SLOT_HZ / sampleRate) * size));
  const count = Math.floor(size / 2 / width);
  const sums = [new Float64Array(count), new Float64Array(count), new Float64Array(count)] as const;
  const frames = [0, 0, 0];
  return {
    slotHz: (width * sampleRate) / size,
    add(power: Float64Array, kind: number) {
      const sum = sums[kind] as Float64Array;
      frames[kind] = (frames[kind] as number) + 1;
      for (let slot = 0, k = 0; slot < count; slot++) {
        let inSlot = 0;
        for (let end = k + width; k < end; k++) inSlot += power[k] as number;
        sum[slot] = (sum[slot] as number) + inSlot;
      }
    },
    mean: (kind: 0 | 1) => sums[kind].map((sum) => sum / Math.max(1, frames[kind] as number)),
  };
}
