import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { runInNewContext } from 'node:vm';
import { kWeighting } from '../../../electron/recording/quality/loudness.ts';

/** The libraries that loudness is compared with. Neither is made for Node, so each is brought here by hand. */
const require = createRequire(import.meta.url);

interface Ebur128 {
  loudness(sampleRate: number, samples: Float32Array): number;
  /** In dBTP. */
  peak(sampleRate: number, samples: Float32Array): number;
}

/** `ebur128-wasm` imports its WebAssembly as a module, which Node 20 cannot: its own glue is given the instance instead. */
export async function ebur128(): Promise<Ebur128> {
  const glue = readFileSync(require.resolve('ebur128-wasm/ebur128_wasm_bg.js'), 'utf8').replace(
    /^import \* as wasm from .*$/m,
    'let wasm; export const setWasm = (made) => { wasm = made; };',
  );
  const library = await import(`data:text/javascript;base64,${Buffer.from(glue).toString('base64')}`);
  const bytes = readFileSync(require.resolve('ebur128-wasm/ebur128_wasm_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, { './ebur128_wasm_bg.js': library });
  library.setWasm(instance.exports);
  return { loudness: library.ebur128_integrated_mono, peak: library.ebur128_true_peak_mono };
}

/**
 * `@domchristie/needles` has the browser do the weighting and its worker do the rest: the worker is given what our filters
 * made, and only its own work is in its time when the weighted samples are there already.
 */
export function needlesLoudness(sampleRate: number, samples: Float32Array): number {
  let loudness = Number.NaN;
  const scope = {
    postMessage: ({ type, value }: { type: string; value?: number }) => {
      if (type === 'dataavailable' && value !== undefined) loudness = value;
    },
    onmessage: (_event: { data: object }) => {},
  };
  runInNewContext(
    readFileSync(require.resolve('@domchristie/needles/dist/needles-worker.js'), 'utf8'),
    scope,
  );
  const tell = (data: object) => scope.onmessage({ data });
  const duration = (samples.length / sampleRate) * 1000;
  tell({ type: 'initialize', attributes: { sampleRate, modes: ['integrated'], duration } });
  tell({ type: 'record' });
  const weighted = weightedOnce(sampleRate, samples);
  for (let at = 0; at < weighted.length; at += 4096)
    tell({ type: 'process', input: [weighted.subarray(at, at + 4096)] });
  return loudness;
}

const known = new WeakMap<Float32Array, Float32Array>();

function weightedOnce(sampleRate: number, samples: Float32Array): Float32Array {
  let weighted = known.get(samples);
  if (weighted) return weighted;
  weighted = samples;
  for (const { b0, b1, b2, a1, a2 } of kWeighting(sampleRate)) {
    let z1 = 0;
    let z2 = 0;
    weighted = weighted.map((x) => {
      const y = b0 * x + z1;
      z1 = b1 * x - a1 * y + z2;
      z2 = b2 * x - a2 * y;
      return y;
    });
  }
  known.set(samples, weighted);
  return weighted;
}
