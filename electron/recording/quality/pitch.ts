import { createRealFft } from './fft.ts';

/** Voices speak between these, in Hz. */
const LOWEST_HZ = 60;
const HIGHEST_HZ = 400;
/** Only this part of the spectrum is looked at, in Hz: the strong harmonics. */
const HIGHEST_HARMONIC_HZ = 2500;
/** How like itself a period later a voiced frame must be, 0…1. */
const VOICED = 0.45;

/**
 * Finds the pitch in the power spectrum of a frame: the highest peak of the autocorrelation, which is the transform of
 * the spectrum; of its square root, so that one strong formant does not outweigh the harmonics (Indefrey et al. 1985,
 * Boersma 1993 for the division by the window's own autocorrelation). 0 where no voice is.
 */
export function createPitchFinder(size: number, sampleRate: number): (power: Float64Array) => number {
  const binHz = sampleRate / size;
  const bins = Math.min(size / 2, Math.round(HIGHEST_HARMONIC_HZ / binHz));
  const length = 2 ** Math.ceil(Math.log2(4 * bins));
  const rate = binHz * length;
  const fft = createRealFft(length);
  const spectrum = new Float64Array(length);
  const lags = new Float64Array(length / 2 + 1);
  const shape = windowShape(length);
  const [least, most] = [
    Math.ceil(rate / HIGHEST_HZ),
    Math.min(Math.floor(rate / LOWEST_HZ), length / 2 - 2),
  ];
  const first = Math.ceil(50 / binHz);
  return (power) => {
    for (let k = first; k <= bins; k++) spectrum[k] = Math.sqrt(power[k] as number);
    fft.real(spectrum, lags);
    const whole = lags[0] as number;
    if (!(whole > 0)) return 0;
    let [best, at] = [VOICED, 0];
    for (let lag = least; lag <= most; lag++) {
      const likeness = (lags[lag] as number) / whole / (shape[lag] as number);
      // A little in favour of short periods: twice the period is as like.
      if (likeness * (1 - (0.1 * lag) / most) > best && isPeak(lags, lag))
        [best, at] = [likeness * (1 - (0.1 * lag) / most), lag];
    }
    return at > 0 ? rate / between(lags, at) : 0;
  };
}

function isPeak(lags: Float64Array, lag: number): boolean {
  const here = lags[lag] as number;
  return here >= (lags[lag - 1] as number) && here > (lags[lag + 1] as number);
}

/** The top of the parabola through a peak and its neighbours. */
function between(lags: Float64Array, at: number): number {
  const [left, here, right] = [lags[at - 1] as number, lags[at] as number, lags[at + 1] as number];
  const bend = left - 2 * here + right;
  return bend < 0 ? at + (0.5 * (left - right)) / bend : at;
}

/** How much of itself a Hann-windowed frame still covers a lag later (Boersma 1993, eq. 8). */
function windowShape(length: number): Float64Array {
  return Float64Array.from({ length: length / 2 + 1 }, (_, lag) => {
    const x = lag / length;
    return (1 - x) * (2 / 3 + Math.cos(2 * Math.PI * x) / 3) + Math.sin(2 * Math.PI * x) / (2 * Math.PI);
  });
}
