import type { OwnProcess } from '../../processes/own-process.ts';
import { type AskedProcess, createAskedProcess } from '../../processes/questions.ts';
import { encodeWav } from '../../recording/wav.ts';
import { fail, ok, type Result } from '../../result.ts';
import type { SynthesizerFault } from '../synthesizer.ts';
import { createWaitingLine } from '../waiting-line.ts';
import type { PocketAsk, Spoken } from './messages.ts';
import type { InstalledModel } from './model-folder.ts';
import { stretch } from './stretch.ts';

/** A sound that is somebody's voice, mono, −1…1. */
export interface Reference {
  readonly samples: Float32Array;
  /** Hz. */
  readonly sampleRate: number;
}

export interface CloneRequest {
  readonly text: string;
  readonly reference: Reference;
  /** 0.5–2; 1 is the pace the model chooses. */
  readonly rate: number;
}

/** Speaks in the voice of a reference, with the model that is installed. */
export interface Cloner {
  /** Whether there is a model to speak with. */
  isReady(): boolean;
  /** A whole WAV file, mono. Fails with `model-missing` where none is installed, or it is no longer what was installed. */
  speak(
    request: CloneRequest,
    signal?: AbortSignal,
  ): Promise<Result<Uint8Array<ArrayBuffer>, SynthesizerFault | 'model-missing'>>;
  /** Ends it at once; what waits fails with `synthesizer-stopped`. */
  close(): Promise<void>;
}

/** The process of the model, asked one thing after the other. Loading may take long on a slow disk, a sentence seconds. */
export function pocketProcess(start: () => OwnProcess): AskedProcess<PocketAsk> {
  return createAskedProcess({ start, answerMs: 120_000, idleMs: 120_000 });
}

/** What was said is not the text's fault but the model's. */
const MODEL_FAULTS = ['model-changed', 'model-does-not-run', 'model-engine-missing'];

/**
 * The cloner over the model's process. `model` answers what is installed now; `onBroken` is told when it turns out not to
 * work.
 */
export function createCloner(options: {
  process: AskedProcess<PocketAsk>;
  model: () => InstalledModel | undefined;
  onBroken: (fault: { readonly code: string; readonly detail?: string }) => void;
  maxWaiting?: number;
}): Cloner {
  const { process, model, onBroken, maxWaiting = 32 } = options;
  const line = createWaitingLine(maxWaiting);
  let isClosed = false;

  const speakNow: Cloner['speak'] = async ({ text, reference, rate }, signal) => {
    if (isClosed || signal?.aborted) return fail('synthesizer-stopped');
    const installed = model();
    if (!installed) return fail('model-missing');
    const { folder, hashes } = installed;
    const answer = await process.ask<Spoken>(
      {
        ...{ is: 'speak', folder, hashes, text },
        ...{ reference: reference.samples, referenceRate: reference.sampleRate },
      },
      { signal },
    );
    if (!answer.ok)
      return isClosed || signal?.aborted
        ? fail('synthesizer-stopped')
        : fail('synthesizer-failed', { detail: answer.fault.detail ?? '' });
    const spoken = answer.value;
    if (spoken.ok) {
      const { samples, sampleRate } = spoken.value;
      return ok(encodeWav({ sampleRate, samples: stretch(samples, sampleRate, rate) }, 16));
    }
    if (!MODEL_FAULTS.includes(spoken.fault.code))
      return fail('synthesizer-failed', { detail: spoken.fault.detail ?? '' });
    onBroken(spoken.fault);
    return fail('model-missing', { detail: spoken.fault.detail ?? spoken.fault.code });
  };

  return {
    isReady: () => !isClosed && model() !== undefined,
    speak(request, signal) {
      if (isClosed) return Promise.resolve(fail('synthesizer-stopped'));
      return line.stand(() => speakNow(request, signal));
    },
    async close() {
      isClosed = true;
      process.end();
      await line.settled();
    },
  };
}
