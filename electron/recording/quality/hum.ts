import { FLOOR_DB, percentile, powerDb } from './decibel.ts';
import type { Span } from './span.ts';

/** A mains hum. */
export interface Hum {
  /** 50 or 60 Hz. */
  readonly mains: 50 | 60;
  /** All its harmonics together, RMS in dBFS. */
  readonly level: number;
}

const HARMONICS = 10;
/** Hann windows of this length see lines ±10 Hz wide: 50 and 60 Hz lie in each other's zeros. */
const WINDOW_SECONDS = 0.2;
const STEP_SECONDS = 0.05;
/** A harmonic counts when it stands this much above the noise half way to its neighbours, as a ratio of powers (9 dB). */
const ABOVE = 8;
/** Windows to look at: at least, and at most. */
const LEAST = 8;
const MOST = 160;

/**
 * Looks for 50 and 60 Hz with their harmonics (up to the tenth) in the pauses. The middle of the powers over all windows
 * is taken: a hum is always there, a voice is not. Undefined where no hum stands out.
 */
export function findHum(samples: Float32Array, sampleRate: number, pauses: readonly Span[]): Hum | undefined {
  const slow = decimate(samples, sampleRate);
  const windows = chooseWindows(slow, pauses);
  if (windows.length === 0) return undefined;
  const found = ([50, 60] as const).map((mains) => ({ mains, power: humPower(slow, windows, mains) }));
  const [best] = found.sort((a, b) => b.power - a.power);
  return best && best.power > 0 ? { mains: best.mains, level: powerDb(best.power) } : undefined;
}

interface Slow {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/** The sound at 4 kHz or a little more, by plain means of neighbours: a hum needs no better filter. */
function decimate(samples: Float32Array, sampleRate: number): Slow {
  const factor = Math.max(1, Math.floor(sampleRate / 4000));
  const out = new Float32Array(Math.floor(samples.length / factor));
  for (let at = 0, i = 0; at < out.length; at++) {
    let sum = 0;
    for (const end = i + factor; i < end; i++) sum += samples[i] as number;
    out[at] = sum / factor;
  }
  return { samples: out, sampleRate: sampleRate / factor };
}

/** First samples of the windows: those within pauses; where there are few, the quietest of all. */
function chooseWindows({ samples, sampleRate }: Slow, pauses: readonly Span[]): number[] {
  const [length, step] = [WINDOW_SECONDS * sampleRate, STEP_SECONDS * sampleRate];
  const within = pauses.flatMap(({ from, to }) => {
    const count = Math.floor((to - from - WINDOW_SECONDS) / STEP_SECONDS) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, i) => Math.round(from * sampleRate + i * step));
  });
  const usable = within.filter(
    (from) => from + length <= samples.length && energy(samples, from, length) > 1e-10,
  );
  if (usable.length >= LEAST) return thinned(usable);
  const all = Array.from(
    { length: Math.max(0, Math.floor((samples.length - length) / step) + 1) },
    (_, i) => ({
      from: Math.round(i * step),
      energy: energy(samples, Math.round(i * step), length),
    }),
  ).filter((window) => window.energy > 1e-10);
  all.sort((x, y) => x.energy - y.energy);
  return thinned(all.slice(0, Math.max(LEAST, Math.ceil(all.length / 10))).map(({ from }) => from));
}

function thinned(windows: readonly number[]): number[] {
  const every = Math.ceil(windows.length / MOST);
  return windows.filter((_, i) => i % every === 0);
}

function energy(samples: Float32Array, from: number, length: number): number {
  let sum = 0;
  for (let i = from; i < from + length; i++) sum += (samples[i] ?? 0) ** 2;
  return sum / length;
}

function humPower(slow: Slow, windows: readonly number[], mains: 50 | 60): number {
  const between = Array.from({ length: HARMONICS + 1 }, (_, i) =>
    middlePower(slow, windows, (i + 0.5) * mains),
  );
  let [total, lines] = [0, 0];
  for (let n = 1; n <= HARMONICS && n * mains < 0.4 * slow.sampleRate; n++) {
    const line = middlePower(slow, windows, n * mains);
    const noise = Math.sqrt((between[n - 1] as number) * (between[n] as number));
    if (line < noise * ABOVE) continue;
    total += (line - noise) / meansLoss(n * mains, slow.sampleRate);
    lines += n <= 2 ? 2 : 1;
  }
  // One high harmonic alone is a whistle or chance.
  return lines >= 2 ? total : 0;
}

/** What is left of the power of a line after the means of `decimate` (a boxcar as long as a step of the slow rate). */
function meansLoss(hz: number, sampleRate: number): number {
  const x = (Math.PI * hz) / sampleRate;
  return (Math.sin(x) / x) ** 2;
}

/** The middle, over all windows, of the power (mean square) of a line at this frequency. */
function middlePower({ samples, sampleRate }: Slow, windows: readonly number[], hz: number): number {
  const length = Math.round(WINDOW_SECONDS * sampleRate);
  const turn = (2 * Math.PI * hz) / sampleRate;
  const parts = Array.from({ length }, (_, i) => {
    const weight = (1 - Math.cos((2 * Math.PI * i) / length)) / length;
    return [weight * Math.cos(turn * i), weight * Math.sin(turn * i)] as const;
  });
  const re = Float64Array.from(parts, ([value]) => value);
  const im = Float64Array.from(parts, ([, value]) => value);
  return percentile(
    windows.map((from) => {
      let x = 0;
      let y = 0;
      for (let i = 0; i < length; i++) {
        const sample = samples[from + i] ?? 0;
        x += sample * (re[i] as number);
        y += sample * (im[i] as number);
      }
      return 2 * (x * x + y * y);
    }),
    0.5,
  );
}

/** A level that stands for “no hum”. */
export const NO_HUM = FLOOR_DB;
