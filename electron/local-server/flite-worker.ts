import { parentPort, workerData } from 'node:worker_threads';
import { webAssembly } from '../processes/web-assembly.ts';
import { speakWithFlite } from './flite.ts';
import type { SpeakRequest } from './synthesizer.ts';

/**
 * The thread in which Flite speaks, so that the main thread never waits for it. Started with the bytes of `flite.wasm`
 * as its data; takes one `SpeakRequest` a message and answers each with the result of `speakWithFlite`, in order.
 */
const flite = webAssembly.compile(workerData as Uint8Array);

parentPort?.on('message', async (request: SpeakRequest) => {
  const spoken = await speakWithFlite(await flite, request);
  parentPort?.postMessage(spoken, spoken.ok ? [spoken.value.buffer] : []);
});
