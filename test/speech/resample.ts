/** Zero crossings of the sinc on each side. */
const REACH = 32;
/** Kaiser window: about 90 dB of stop band. */
const BETA = 9;

/**
 * Band-limited resampling by a windowed sinc (J. O. Smith, Digital Audio Resampling), for ratios of whole numbers. The
 * pass band ends at 0.95 of the lower of the two half rates.
 */
export function resample(samples: Float32Array, from: number, to: number): Float32Array<ArrayBuffer> {
  const common = greatestDivisor(from, to);
  const [up, down] = [to / common, from / common];
  const cut = 0.95 * Math.min(1, to / from);
  const reach = Math.ceil(REACH / cut);
  const phases = Array.from({ length: up }, (_, phase) => kernel(phase / up, cut, reach));
  const out = new Float32Array(Math.floor((samples.length * up) / down));
  for (let i = 0; i < out.length; i++) {
    const at = i * down;
    const first = Math.floor(at / up) - reach + 1;
    const taps = phases[at % up] as Float64Array;
    let sum = 0;
    for (let k = 0; k < taps.length; k++) sum += (taps[k] as number) * (samples[first + k] ?? 0);
    out[i] = sum;
  }
  return out;
}

/** Everything above `hz` taken away, by the same kind of filter. */
export function limitBand(samples: Float32Array, sampleRate: number, hz: number): Float32Array<ArrayBuffer> {
  const cut = hz / (sampleRate / 2);
  const reach = Math.ceil(REACH / cut);
  const taps = kernel(0, cut, reach);
  const out = new Float32Array(samples.length);
  for (let i = 0; i < out.length; i++) {
    let sum = 0;
    for (let k = 0; k < taps.length; k++) sum += (taps[k] as number) * (samples[i - reach + 1 + k] ?? 0);
    out[i] = sum;
  }
  return out;
}

function kernel(offset: number, cut: number, reach: number): Float64Array {
  return Float64Array.from({ length: 2 * reach }, (_, i) => {
    const x = i - (reach - 1) - offset;
    const sinc = x === 0 ? 1 : Math.sin(Math.PI * cut * x) / (Math.PI * cut * x);
    return cut * sinc * kaiser(x / reach);
  });
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel0(BETA * Math.sqrt(1 - x * x)) / bessel0(BETA);
}

function bessel0(x: number): number {
  let [term, sum] = [1, 1];
  for (let k = 1; term > 1e-12 * sum; k++) {
    term *= (x / 2 / k) ** 2;
    sum += term;
  }
  return sum;
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
