import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { fail, ok, type Result } from '../../result.ts';
import type { ListeningFaultCode } from './messages.ts';

/** What Silero is fed with, in Hz, and how many samples it looks at together. */
export const ENGINE_RATE = 16_000;
export const WINDOW = 512;

/** SHA-256 of `silero_vad_v5.onnx` in `@ricky0123/vad-web` 0.0.31 (Silero VAD v5, MIT). */
const MODEL_SHA256 = '2623a2953f6ff3d2c1e61740c6cdb7168133479b267dfef114a4a3cc5bdd788f';

/** Speech from half a certainty on; a click is none, and a pause within a phrase belongs to it (seconds). */
const SENSITIVITY = {
  threshold: 0.5,
  minSpeechDuration: 0.1,
  minSilenceDuration: 0.25,
  maxSpeechDuration: 30,
};
/** How much the detector keeps of what is being said, in seconds: more than the longest speech. */
const BUFFER_SECONDS = 40;

/** The part of sherpa-onnx-node that is used here. */
interface Sherpa {
  readonly Vad: new (config: object, bufferSeconds: number) => Vad;
  readonly LinearResampler: new (from: number, to: number) => Resampler;
}

/** Silero in sherpa-onnx: takes windows, gives segments, in samples at 16 kHz since it was made or reset. */
export interface Vad {
  acceptWaveform(samples: Float32Array): void;
  /** Whether somebody speaks in the last window. */
  isDetected(): boolean;
  isEmpty(): boolean;
  /** The oldest segment. Electron forbids buffers that lie outside its memory, so `external` must be false. */
  front(external: false): { readonly start: number; readonly samples: Float32Array };
  pop(): void;
  /** Ends what is being said. */
  flush(): void;
  reset(): void;
}

/** A windowed-sinc resampler that keeps its state between blocks and adds no delay. */
export interface Resampler {
  resample(samples: Float32Array): Float32Array;
  /** The same for the last block, with what was held back. */
  flush(samples: Float32Array): Float32Array;
}

/** The native engine. */
export interface Engine {
  createVad(): Vad;
  /** From `rate` Hz (a whole number) to 16 kHz. */
  createResampler(rate: number): Resampler;
}

/**
 * Loads sherpa-onnx. The model's hash is looked at first: with another model the native code ends the whole process. Call it
 * in a process of its own only.
 */
export async function loadEngine(modelFile: string): Promise<Result<Engine, ListeningFaultCode>> {
  let model: Uint8Array;
  try {
    model = await readFile(modelFile);
  } catch (error) {
    return fail('listening-missing', { detail: `the model: ${messageOf(error)}` });
  }
  if (createHash('sha256').update(model).digest('hex') !== MODEL_SHA256)
    return fail('listening-wrong-model', { detail: 'its hash is another one' });
  try {
    const sherpa: Sherpa = createRequire(import.meta.url)('sherpa-onnx-node');
    const config = {
      sileroVad: { ...SENSITIVITY, model: modelFile, windowSize: WINDOW },
      ...{ sampleRate: ENGINE_RATE, numThreads: 1, provider: 'cpu', debug: false },
    };
    return ok({
      createVad: () => new sherpa.Vad(config, BUFFER_SECONDS),
      createResampler: (rate) => new sherpa.LinearResampler(rate, ENGINE_RATE),
    });
  } catch (error) {
    return fail('listening-missing', { detail: messageOf(error) });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
}
