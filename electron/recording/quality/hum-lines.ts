import { percentile, powerDb } from './decibel.ts';

/** A mains hum. */
export interface Hum {
  /** 50 or 60 Hz. */
  readonly mains: 50 | 60;
  /** All its harmonics together, RMS in dBFS. */
  readonly level: number;
}

/** Hann windows of this length see lines ±10 Hz wide: 50 and 60 Hz lie in each other's zeros. */
export const HUM_WINDOW_SECONDS = 0.2;
const MAINS = [50, 60] as const;
const HARMONICS = 10;
/** A harmonic counts when it stands this much above the noise half way to its neighbours, as a ratio of powers (9 dB). */
const ABOVE = 8;
/** For each mains frequency: what is half way before the first harmonic, the first, half way to the second, … */
const LINES = 2 * HARMONICS + 1;

/** How many samples are averaged to one of about 4 kHz before a hum is looked for. */
export function humFactor(sampleRate: number): number {
  return Math.max(1, Math.floor(sampleRate / 4000));
}

/** Measures, in the window that begins at a sample, the power (mean square) of every line that a hum may have. */
export function createHumLines(sampleRate: number): (samples: Float32Array, from: number) => Float64Array {
  const length = Math.round(HUM_WINDOW_SECONDS * sampleRate);
  const waves = MAINS.flatMap((mains) =>
    Array.from({ length: LINES }, (_, i) => wave({ hz: ((i + 1) / 2) * mains, sampleRate, length })),
  );
  return (samples, from) =>
    Float64Array.from(waves, ({ re, im }) => {
      let x = 0;
      let y = 0;
      for (let i = 0; i < length; i++) {
        const sample = samples[from + i] as number;
        x += sample * (re[i] as number);
        y += sample * (im[i] as number);
      }
      return 2 * (x * x + y * y);
    });
}

function wave({ hz, sampleRate, length }: { hz: number; sampleRate: number; length: number }) {
  const turn = (2 * Math.PI * hz) / sampleRate;
  const weight = (i: number) => (1 - Math.cos((2 * Math.PI * i) / length)) / length;
  return {
    re: Float64Array.from({ length }, (_, i) => weight(i) * Math.cos(turn * i)),
    im: Float64Array.from({ length }, (_, i) => weight(i) * Math.sin(turn * i)),
  };
}

/**
 * The hum in these windows (as `createHumLines` measures them): up to the tenth harmonic of 50 or 60 Hz. Of each line the
 * middle over all windows is taken: a hum is always there, a voice is not. Undefined where none stands out.
 */
export function humIn(windows: readonly Float64Array[], sampleRate: number): Hum | undefined {
  if (windows.length === 0) return undefined;
  const middle = Array.from({ length: MAINS.length * LINES }, (_, line) =>
    percentile(
      windows.map((window) => window[line] as number),
      0.5,
    ),
  );
  const found = MAINS.map((mains, at) => ({
    mains,
    power: humPower(middle.slice(at * LINES, (at + 1) * LINES), mains, sampleRate),
  }));
  const [best] = found.sort((a, b) => b.power - a.power);
  return best && best.power > 0 ? { mains: best.mains, level: powerDb(best.power) } : undefined;
}

function humPower(powers: readonly number[], mains: number, sampleRate: number): number {
  let total = 0;
  let lines = 0;
  for (let n = 1; n <= HARMONICS && n * mains < 0.4 * sampleRate; n++) {
    const line = powers[2 * n - 1] as number;
    const noise = Math.sqrt((powers[2 * n - 2] as number) * (powers[2 * n] as number));
    if (line < noise * ABOVE) continue;
    total += (line - noise) / meansLoss(n * mains, sampleRate);
    lines += n <= 2 ? 2 : 1;
  }
  // One high harmonic alone is a whistle or chance.
  return lines >= 2 ? total : 0;
}

/** What is left of the power of a line after the means that brought the sound down to `sampleRate` (a boxcar). */
function meansLoss(hz: number, sampleRate: number): number {
  const x = (Math.PI * hz) / sampleRate;
  return (Math.sin(x) / x) ** 2;
}
