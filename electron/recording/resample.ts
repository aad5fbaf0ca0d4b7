/** Zero crossings of the sinc on each side: the pass band ends 3 % below the lower of the two rates' halves. */
const CROSSINGS = 32;
/** Of the Kaiser window: stop band below −90 dB. */
const BETA = 9;
const ROLL_OFF = 0.97;
/** More phases than this are not kept ready: odd pairs of rates are rounded to the nearest of so many. */
const MOST_PHASES = 1024;

/**
 * The same sound at another rate, by a windowed sinc (Smith, Digital Audio Resampling): as long in time to within a
 * sample, in phase, nothing above half of either rate. Rates in Hz, 8,000 to 192,000.
 */
export function resample(
  samples: Float32Array<ArrayBuffer>,
  from: number,
  to: number,
): Float32Array<ArrayBuffer> {
  if (from === to || samples.length === 0) return samples;
  const filter = filterFor(from, to);
  const out = new Float32Array(Math.round((samples.length * to) / from));
  const { reach, phases, rows } = filter;
  for (let i = 0; i < out.length; i++) {
    const at = (i * from) / to;
    const whole = Math.floor(at);
    const phase = Math.round((at - whole) * phases);
    const row = rows[phase % phases] ?? rows[0];
    if (!row) break;
    // A fraction rounded up to one is the next sample's phase 0.
    const first = whole + (phase === phases ? 1 : 0) - reach + 1;
    const begin = Math.max(0, -first);
    const end = Math.min(row.length, samples.length - first);
    let sum = 0;
    for (let tap = begin; tap < end; tap++) sum += (row[tap] as number) * (samples[first + tap] as number);
    out[i] = sum;
  }
  return out;
}

interface Filter {
  /** Samples looked at on each side. */
  readonly reach: number;
  readonly phases: number;
  readonly rows: readonly Float64Array[];
}

const filters = new Map<string, Filter>();

function filterFor(from: number, to: number): Filter {
  const key = `${from} ${to}`;
  const there = filters.get(key);
  if (there) return there;
  const cutoff = Math.min(1, to / from) * ROLL_OFF;
  const reach = Math.ceil(CROSSINGS / cutoff);
  const phases = Math.min(to / commonDivisor(from, to), MOST_PHASES);
  const rows = Array.from({ length: phases }, (_, phase) => rowAt(phase / phases, { cutoff, reach }));
  const filter = { reach, phases, rows };
  filters.set(key, filter);
  return filter;
}

/** The taps for a point this far behind a sample, scaled so that a constant stays what it is. */
function rowAt(fraction: number, { cutoff, reach }: { cutoff: number; reach: number }): Float64Array {
  const row = new Float64Array(2 * reach);
  let sum = 0;
  for (let tap = 0; tap < row.length; tap++) {
    const x = tap - (reach - 1) - fraction;
    row[tap] = sinc(cutoff * x) * kaiser(x / reach);
    sum += row[tap] as number;
  }
  return row.map((value) => value / sum);
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel0(BETA * Math.sqrt(1 - x * x)) / bessel0(BETA);
}

/** Modified Bessel function of the first kind, order 0, by its series. */
function bessel0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function commonDivisor(a: number, b: number): number {
  return b === 0 ? a : commonDivisor(b, a % b);
}
