import { createHumLines, HUM_WINDOW_SECONDS, type Hum, humFactor, humIn } from './hum-lines.ts';
import type { Span } from './span.ts';

const STEP_SECONDS = 0.05;
/** Windows to look at: at least, and at most. */
const LEAST = 8;
const MOST = 160;
/** Where there are too few pauses: the share of all windows that is looked at, the quietest. */
const QUIETEST = 0.03;
/** A window quieter than this (mean square) holds nothing. */
const NOTHING = 1e-10;

/**
 * Looks for 50 and 60 Hz with their harmonics in the pauses, and where there are few in the quietest windows of all.
 * Undefined where no hum stands out.
 */
export function findHum(samples: Float32Array, sampleRate: number, pauses: readonly Span[]): Hum | undefined {
  const slow = decimate(samples, sampleRate);
  const lines = createHumLines(slow.sampleRate);
  return humIn(
    chooseWindows(slow, pauses).map((from) => lines(slow.samples, from)),
    slow.sampleRate,
  );
}

interface Slow {
  readonly samples: Float32Array;
  readonly sampleRate: number;
}

/** The sound at 4 kHz or a little more, by plain means of neighbours: a hum needs no better filter. */
function decimate(samples: Float32Array, sampleRate: number): Slow {
  const factor = humFactor(sampleRate);
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
  const length = Math.round(HUM_WINDOW_SECONDS * sampleRate);
  const step = STEP_SECONDS * sampleRate;
  const within = pauses.flatMap(({ from, to }) => {
    const count = Math.floor((to - from - HUM_WINDOW_SECONDS) / STEP_SECONDS) + 1;
    return Array.from({ length: Math.max(0, count) }, (_, i) => Math.round(from * sampleRate + i * step));
  });
  const heard = within.filter(
    (from) => from + length <= samples.length && energy(samples, from, length) > NOTHING,
  );
  if (heard.length >= LEAST) return thinned(heard);
  const count = Math.max(0, Math.floor((samples.length - length) / step) + 1);
  const all = Array.from({ length: count }, (_, i) => Math.round(i * step))
    .map((from) => ({ from, energy: energy(samples, from, length) }))
    .filter((window) => window.energy > NOTHING)
    .sort((a, b) => a.energy - b.energy);
  return thinned(all.slice(0, Math.max(LEAST, Math.ceil(QUIETEST * all.length))).map(({ from }) => from));
}

function thinned(windows: readonly number[]): number[] {
  const every = Math.ceil(windows.length / MOST);
  return windows.filter((_, i) => i % every === 0);
}

function energy(samples: Float32Array, from: number, length: number): number {
  let sum = 0;
  for (let i = from; i < from + length; i++) sum += (samples[i] as number) ** 2;
  return sum / length;
}
