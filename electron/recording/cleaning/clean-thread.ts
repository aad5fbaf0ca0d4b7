import { readFile } from 'node:fs/promises';
import { nextMessage, startThread } from '../../processes/thread.ts';
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

/** Cleans each sound in a thread of its own, which is ended afterwards in any case. */
export function cleanInThread(files: { readonly workerFile: string; readonly wasmFile: string }): Clean {
  return async (sound) => {
    try {
      const wasm = new Uint8Array(await readFile(files.wasmFile));
      const workerData: CleanWork = { ...sound, wasm };
      const worker = await startThread(files.workerFile, { workerData });
      const signal = AbortSignal.timeout(LONGEST_MS);
      const cleaned = await nextMessage<Float32Array<ArrayBuffer>>(worker, { signal }).finally(() =>
        worker.terminate(),
      );
      return cleaned ? ok(cleaned) : fail('not-cleaned', { detail: 'it took too long' });
    } catch (error) {
      return fail('not-cleaned', { detail: error instanceof Error ? error.message.slice(0, 200) : '' });
    }
  };
}
