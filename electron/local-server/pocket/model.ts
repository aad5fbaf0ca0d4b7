import type { Fault } from '../../result.ts';

/** The files of a model, whoever packed it. */
export const MODEL_FILES = [
  'lm_main.int8.onnx',
  'lm_flow.int8.onnx',
  'decoder.int8.onnx',
  'encoder.onnx',
  'text_conditioner.onnx',
  'vocab.json',
  'token_scores.json',
] as const;
export type ModelFile = (typeof MODEL_FILES)[number];

/** A model as it is published. */
export interface ModelRelease {
  readonly name: string;
  /** Where its archive (tar.bz2) is. */
  readonly url: string;
  readonly bytes: number;
  /** SHA-256 of the archive, in hex. */
  readonly sha256: string;
}

/**
 * PocketTTS (Kyutai, English, 100 M parameters) as sherpa-onnx packs it [weak: size and hash as another project quotes
 * them; the release page could not be reached when this was written].
 */
export const POCKET_RELEASE: ModelRelease = {
  name: 'sherpa-onnx-pocket-tts-int8-2026-01-26',
  url: 'https://github.com/k2-fsa/sherpa-onnx/releases/download/tts-models/sherpa-onnx-pocket-tts-int8-2026-01-26.tar.bz2',
  bytes: 98_336_520,
  sha256: '2f3b88823cbbb9bf0b2477ec8ae7b3fec417b3a87b6bb5f256dba66f2ad967cb',
};

/**
 * `model-incomplete`: files are missing; `model-wrong-checksum`: not the archive it should be; `model-not-unpacked`: the
 * archive is damaged; `model-does-not-run`: the engine cannot load it or says nothing with it; `model-changed`: a file is
 * not what was installed; `model-engine-missing`: this computer has no engine for it; `model-busy`: one is being installed.
 */
export type ModelFaultCode =
  | 'model-incomplete'
  | 'model-wrong-checksum'
  | 'model-not-unpacked'
  | 'model-does-not-run'
  | 'model-changed'
  | 'model-engine-missing'
  | 'model-download-failed'
  | 'model-busy';

export type ModelStep = 'downloading' | 'checking' | 'unpacking' | 'trying';

/** The model that clones on this computer. */
export type ModelState =
  | { readonly is: 'not-installed' /** Why the last try came to nothing. */; readonly fault?: Fault }
  /** `done`: 0–1 of this step. */
  | { readonly is: 'installing'; readonly step: ModelStep; readonly done: number }
  /** `bytes` on disk; `at` in milliseconds since 1970. */
  | { readonly is: 'installed'; readonly bytes: number; readonly at: number }
  | { readonly is: 'broken'; readonly fault: Fault };
