import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../result.ts';
import { hashFile } from './hash-file.ts';
import type { ModelHashes, PocketAsk, Spoken } from './messages.ts';
import { MODEL_FILES, type ModelFaultCode } from './model.ts';

/** The part of sherpa-onnx-node that is used here. */
interface Sherpa {
  readonly OfflineTts: { createAsync(config: object): Promise<Speaker> };
  readonly GenerationConfig: new (options: object) => object;
}
interface Speaker {
  generateAsync(ask: object): Promise<{ readonly samples: Float32Array; readonly sampleRate: number }>;
}

/** As sherpa-onnx's own example has it; the seed makes the same text sound the same twice. */
const GENERATION = { numSteps: 5, extra: { seed: 42, max_reference_audio_len: 10 } };
/** References whose inner form the engine remembers. */
const REMEMBERED = 10;

/** Speaks with the model in a folder. Call it in a process of its own only: native code. */
export interface PocketEngine {
  speak(ask: Extract<PocketAsk, { is: 'speak' }>, onProgress: (done: number) => void): Promise<Spoken>;
}

/** The engine; it loads a model when it is first spoken with. */
export function createPocketEngine(): PocketEngine {
  let loaded: { readonly folder: string; readonly sherpa: Sherpa; readonly speaker: Speaker } | undefined;

  const load = async (
    folder: string,
    hashes: ModelHashes,
  ): Promise<Result<typeof loaded, ModelFaultCode>> => {
    if (loaded?.folder === folder) return ok(loaded);
    for (const name of MODEL_FILES)
      if ((await hashFile(join(folder, name))) !== hashes[name])
        return fail('model-changed', { detail: name, facts: { file: name } });
    let sherpa: Sherpa;
    try {
      sherpa = createRequire(import.meta.url)('sherpa-onnx-node');
    } catch (error) {
      return fail('model-engine-missing', { detail: firstLine(error) });
    }
    try {
      // The constructor would end the process on a damaged file; this one rejects.
      const speaker = await sherpa.OfflineTts.createAsync(configFor(folder));
      loaded = { folder, sherpa, speaker };
      return ok(loaded);
    } catch (error) {
      return fail('model-does-not-run', { detail: firstLine(error) });
    }
  };

  return {
    async speak({ folder, hashes, text, reference, referenceRate }, onProgress) {
      const model = await load(folder, hashes);
      if (!model.ok) return model;
      if (!model.value) return fail('model-does-not-run');
      const { sherpa, speaker } = model.value;
      const generationConfig = new sherpa.GenerationConfig({
        ...{ ...GENERATION, referenceAudio: reference, referenceSampleRate: referenceRate },
      });
      try {
        const { samples, sampleRate } = await speaker.generateAsync({
          // Electron forbids buffers that lie outside its memory.
          ...{ text, generationConfig, enableExternalBuffer: false },
          onProgress({ progress }: { readonly progress: number }) {
            onProgress(progress);
            return true;
          },
        });
        const isSound = samples.length > 0 && samples.every((sample) => Number.isFinite(sample));
        return isSound
          ? ok({ samples, sampleRate })
          : fail('synthesizer-failed', { detail: 'no sound came out' });
      } catch (error) {
        return fail('synthesizer-failed', { detail: firstLine(error) });
      }
    },
  };
}

function configFor(folder: string): object {
  const at = (name: (typeof MODEL_FILES)[number]) => join(folder, name);
  return {
    model: {
      pocket: {
        lmFlow: at('lm_flow.int8.onnx'),
        lmMain: at('lm_main.int8.onnx'),
        encoder: at('encoder.onnx'),
        decoder: at('decoder.int8.onnx'),
        textConditioner: at('text_conditioner.onnx'),
        vocabJson: at('vocab.json'),
        tokenScoresJson: at('token_scores.json'),
        voiceEmbeddingCacheCapacity: REMEMBERED,
      },
      // One thread is as good as two on a small machine, and leaves the other to the window.
      ...{ numThreads: 1, provider: 'cpu', debug: false },
    },
    maxNumSentences: 1,
  };
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? '';
}
