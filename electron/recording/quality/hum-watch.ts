import { createHumLines, HUM_WINDOW_SECONDS, type Hum, humFactor, humIn } from './hum-lines.ts';

/** Listens for a mains hum while the sound comes in. */
export interface HumWatch {
  /** Adds a block. `quiet`: nobody makes a sound in it; only 200 ms that are quiet all through are looked at. */
  add(block: Float32Array, quiet: boolean): void;
  /** The hum of the last quiet seconds; undefined where none stands out, or too little was quiet yet. */
  readonly hum: Hum | undefined;
}

/** Windows that are remembered, the newest, and how many it takes to say anything. */
const KEPT = 24;
const LEAST = 5;

/** `sampleRate` in Hz. */
export function createHumWatch({ sampleRate }: { sampleRate: number }): HumWatch {
  const factor = humFactor(sampleRate);
  const slowRate = sampleRate / factor;
  const lines = createHumLines(slowRate);
  const window = new Float32Array(Math.round(HUM_WINDOW_SECONDS * slowRate));
  const half = window.length >> 1;
  const windows: Float64Array[] = [];
  let filled = 0;
  let sum = 0;
  let summed = 0;
  let hum: Hum | undefined;
  const look = () => {
    windows.push(lines(window, 0));
    if (windows.length > KEPT) windows.shift();
    // The second half begins the next window.
    window.copyWithin(0, half);
    filled = window.length - half;
    hum = windows.length < LEAST ? undefined : humIn(windows, slowRate);
  };
  return {
    add(block, quiet) {
      if (!quiet) {
        filled = 0;
        return;
      }
      for (let i = 0; i < block.length; i++) {
        const sample = block[i] as number;
        sum += Math.abs(sample) < 1e3 ? sample : 0;
        if (++summed < factor) continue;
        window[filled++] = sum / factor;
        sum = 0;
        summed = 0;
        if (filled === window.length) look();
      }
    },
    get hum() {
      return hum;
    },
  };
}
