import { percentile } from './decibel.ts';
import { FRAME_SECONDS } from './frame-levels.ts';
import { MEL_BANDS, type Spectra } from './spectra.ts';

/** Frames over which a decay is followed (140 ms), and how far it must stay above the noise, in dB. */
const LENGTH = 7;
const ABOVE_NOISE = 10;
/** Bands that carry both voice and room well: about 400 Hz to 5 kHz. */
const FIRST_BAND = 4;
const LAST_BAND = 20;
/** The share of the decays that are as steep as the room lets them be. */
const STEEPEST = 0.1;

/**
 * Reverberation time in seconds (60 dB), guessed from how steeply the bands fall after sounds: no sound dies away faster
 * than its room lets it, so the steepest falls show the room (after Wen, Habets and Naylor 2008). An estimate: undefined
 * where too few falls are seen.
 */
export function reverberationTime({ frames, bands }: Spectra): number | undefined {
  const falls: number[] = [];
  for (let band = FIRST_BAND; band < LAST_BAND; band++) {
    const levels = Float32Array.from({ length: frames }, (_, i) => bands[i * MEL_BANDS + band] as number);
    const heard = levels.filter((level) => level > -110);
    if (heard.length < 50) continue;
    const noise = percentile(heard, 0.1);
    for (let i = 0; i + LENGTH <= frames; i++) {
      if ((levels[i + LENGTH - 1] as number) < noise + ABOVE_NOISE) continue;
      const slope = slopeOf(levels, i);
      if (slope < 0) falls.push(slope / FRAME_SECONDS);
    }
  }
  if (falls.length < 200) return undefined;
  return -60 / percentile(falls, STEEPEST);
}

/** Slope of the line of least squares, dB a frame. */
function slopeOf(levels: Float32Array, from: number): number {
  const middle = (LENGTH - 1) / 2;
  let [sum, weight] = [0, 0];
  for (let k = 0; k < LENGTH; k++) {
    sum += (k - middle) * (levels[from + k] as number);
    weight += (k - middle) ** 2;
  }
  return sum / weight;
}
