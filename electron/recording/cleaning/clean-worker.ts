import { parentPort, workerData } from 'node:worker_threads';
import type { CleanWork } from './clean-thread.ts';
import { denoise } from './denoise.ts';

// The thread in which one sound is cleaned, so that the main thread never waits for it. It answers once and ends.
void (async () => {
  const { wasm, samples, sampleRate } = workerData as CleanWork;
  const clean = await denoise({ samples, sampleRate }, wasm);
  parentPort?.postMessage(clean, [clean.buffer]);
})();
