import { readFile } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { fail, ok, type Result } from '../../result.ts';
import type { RecordingFaultCode } from '../take.ts';

/** What the thread is handed. */
export interface CleanWork {
  readonly wasm: Uint8Array;
  readonly samples: Float32Array<ArrayBuffer>;
  /** Hz. */
  readonly sampleRate: number;
}

/** Takes the steady noise out of a sound; as long as it was. Fails with `not-cleaned`. */
export type Clean = (
  sound: Omit<CleanWork, 'wasm'>,
) => Promise<Result<Float32Array<ArrayBuffer>, RecordingFaultCode>>;

/** A minute of sound takes some seconds; a thread that takes this long is stuck, in milliseconds. */
const LONGEST_MS = 180_000;

/**
 * Cleans each sound in a thread of its own. Worker and WebAssembly are read here, because a thread cannot read inside an
 * app archive in every Electron.
 */
export function cleanInThread(files: { readonly workerFile: string; readonly wasmFile: string }): Clean {
  return async (sound) => {
    try {
      const [text, wasm] = await Promise.all([readFile(files.workerFile, 'utf8'), readFile(files.wasmFile)]);
      const work: CleanWork = { ...sound, wasm: new Uint8Array(wasm) };
      return ok(await workIn(new Worker(text, { eval: true, env: {}, execArgv: [], workerData: work })));
    } catch (error) {
      return fail('not-cleaned', { detail: error instanceof Error ? error.message.slice(0, 200) : '' });
    }
  };
}

/** The one answer of the thread, which is ended in any case. */
async function workIn(worker: Worker): Promise<Float32Array<ArrayBuffer>> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(new Error('it took too long')), LONGEST_MS);
      worker.once('message', resolve).once('error', reject);
      worker.once('exit', () => reject(new Error('the thread has ended')));
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}
