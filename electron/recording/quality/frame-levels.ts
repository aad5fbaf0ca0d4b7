import { passBiquad } from './biquad.ts';
import { powerDb } from './decibel.ts';

/** Length of the frames in which levels are looked at, in seconds. */
export const FRAME_SECONDS = 0.02;
/** What is below this is an offset, not sound, in Hz. */
const OFFSET_HZ = 15;

/** One frame of 20 ms. */
export interface FrameLevel {
  /** Level of what lies above 15 Hz, so without an offset, in dBFS. */
  readonly full: number;
  /** Level of the band in which speech has its strength (150–4000 Hz), in dBFS: rumble and hiss say little there. */
  readonly band: number;
}

/** Takes a stream of blocks of any length and gives out its frames in order. NaN counts as silence. */
export function createFrameLevels(
  sampleRate: number,
  onFrame: (frame: FrameLevel) => void,
): (block: Float32Array) => void {
  const frame = sampleRate * FRAME_SECONDS;
  const sums = createSums(sampleRate);
  let frames = 0;
  let begun = 0;
  let end = Math.round(frame);
  let at = 0;
  return (block) => {
    for (let i = 0; i < block.length; ) {
      const count = Math.min(block.length - i, end - at);
      sums.add(block, i, i + count);
      i += count;
      at += count;
      if (at < end) continue;
      onFrame(sums.take(end - begun));
      frames++;
      begun = end;
      end = Math.round((frames + 1) * frame);
    }
  };
}

/**
 * Runs samples through the two filters and sums their squares. The filters are written out and their memory is copied
 * into locals and back, because this is the hot loop.
 */
function createSums(sampleRate: number) {
  const keep = 1 - Math.min(0.5, (2 * Math.PI * OFFSET_HZ) / sampleRate);
  const h = passBiquad('high', 150, sampleRate);
  const l = passBiquad('low', 4000, sampleRate);
  const memory = new Float64Array(6);
  const sums = new Float64Array(2);
  return {
    add(block: Float32Array, from: number, to: number) {
      let last = memory[0] as number;
      let steady = memory[1] as number;
      let h1 = memory[2] as number;
      let h2 = memory[3] as number;
      let l1 = memory[4] as number;
      let l2 = memory[5] as number;
      let full = 0;
      let band = 0;
      for (let i = from; i < to; i++) {
        const given = block[i] as number;
        const x = Math.abs(given) < 1e3 ? given : 0;
        steady = keep * steady + x - last;
        last = x;
        full += steady * steady;
        const y = h.b0 * steady + h1;
        h1 = h.b1 * steady - h.a1 * y + h2;
        h2 = h.b2 * steady - h.a2 * y;
        const z = l.b0 * y + l1;
        l1 = l.b1 * y - l.a1 * z + l2;
        l2 = l.b2 * y - l.a2 * z;
        band += z * z;
      }
      memory.set([last, steady, h1, h2, l1, l2]);
      sums[0] = (sums[0] as number) + full;
      sums[1] = (sums[1] as number) + band;
    },
    /** The levels of what was added since the last time. */
    take(count: number): FrameLevel {
      const [full = 0, band = 0] = sums;
      sums.fill(0);
      return { full: powerDb(full / count), band: powerDb(band / count) };
    },
  };
}

/** All frames of a sound; what is left at its end is not counted. */
export function frameLevels(
  samples: Float32Array,
  sampleRate: number,
): { full: Float32Array; band: Float32Array } {
  const count = Math.floor(samples.length / (sampleRate * FRAME_SECONDS)) + 1;
  const full = new Float32Array(count);
  const band = new Float32Array(count);
  let at = 0;
  createFrameLevels(sampleRate, (frame) => {
    full[at] = frame.full;
    band[at++] = frame.band;
  })(samples);
  return { full: full.subarray(0, at), band: band.subarray(0, at) };
}
